import { responsesFile, resultsFile } from '../../actions/results/files.ts';
import { seeResults } from '../../actions/results/see.ts';
import { results } from '../contract/results.ts';
import { attachment } from './file.ts';
import { serve } from './serve.ts';

const csv = 'text/csv; charset=utf-8';

/** A body that is made while it is sent. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void pieces.return(undefined),
  });
}

export const resultsRoutes = serve(results, {
  'GET /api/v1/waves/{id}/results': ({ deps, actor }, { params, query }) =>
    seeResults(deps, actor, { waveId: params.id, by: query.by, question: query.question }),
  'GET /api/v1/waves/{id}/results.csv': async ({ deps, actor }, { params, query }) => {
    const { name, text } = await resultsFile(deps, actor, params.id, query.by);
    return attachment(name, csv, text);
  },
  'GET /api/v1/waves/{id}/responses.csv': async ({ deps, actor }, { params }) =>
    attachment('responses.csv', csv, streamed(await responsesFile(deps, actor, params.id))),
});
