import { exportRows, finishedCount, resultWave } from '../../../db/queries/results.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Compiled } from '../../../surveys/questionnaire/types.ts';
import { type Bands, bandsFor } from '../../../surveys/results/bands.ts';
import { type Cell, csvLater, csvPieces } from '../../../surveys/results/csv.ts';
import { responseHeads, responseRow } from '../../../surveys/results/response-csv.ts';
import { tableRows } from '../../../surveys/results/table-csv.ts';
import { type Breakdown, questionTable } from '../../../surveys/results/tables.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { bandsOf, loadResultsFor, tableOptions } from './load.ts';

/** Responses read at once: about 5 MB of answers. */
const rowsAPage = 2000;

/** The disclosed tables of a wave as CSV, every question by one field. Throws as `loadResultsFor`. */
export async function resultsFile(
  deps: Deps,
  actor: Actor,
  waveId: string,
  by: Breakdown,
): Promise<{ name: string; text: string }> {
  const loaded = await loadResultsFor(deps, actor, waveId);
  const options = tableOptions(loaded, by);
  const tables = loaded.columns.questions.map(({ question }) =>
    questionTable(loaded.columns, question.id, by, options),
  );
  const source = { wave: loaded.wave.name, date: loaded.today };
  return { name: `results-${loaded.today}.csv`, text: [...csvPieces(tableRows(tables, source))].join('') };
}

/** One line a response (its columns: surveys/results/response-csv.ts), streamed page by page; who took it is audited before the first line. Throws `not_found`. */
export async function responsesFile(deps: Deps, actor: Actor, waveId: string): Promise<AsyncGenerator<string>> {
  const wave = await resultWave(deps.db, waveId);
  if (!wave?.compiled) throw problems.notFound('wave with results');
  await audit(deps.db, deps, actor, { action: 'responses.export', subject: waveId });
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  const bands = bandsFor(today, await finishedCount(deps.db, waveId), await bandsOf(deps, wave.opensOn));
  return lines(deps, wave.compiled, waveId, bands);
}

async function* lines(deps: Deps, compiled: Compiled, waveId: string, bands: Bands): AsyncGenerator<string> {
  yield* csvPieces([responseHeads(compiled)]);
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof exportRows>> = await exportRows(deps.db, waveId, after, rowsAPage);
    const rows = page.map(({ interview, ...row }): readonly Cell[] =>
      responseRow(compiled, bands, { ...row, answers: interview.answers, unanswered: interview.unanswered }),
    );
    yield csvLater(rows);
    after = page.at(-1)?.id ?? null;
    if (page.length < rowsAPage) return;
  }
}
