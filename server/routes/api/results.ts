import { responsesFile, resultsFile } from '../../actions/results/files.ts';
import { seeResults } from '../../actions/results/see.ts';
import { results } from '../contract/results.ts';
import { attachment, streamed } from './file.ts';
import { serve } from './serve.ts';

const csv = 'text/csv; charset=utf-8';

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
