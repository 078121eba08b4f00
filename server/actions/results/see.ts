import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { sayDate } from '../../../surveys/locales/dates.ts';
import { type Breakdown, questionTable } from '../../../surveys/results/tables.ts';
import { thresholdsFor } from '../../../surveys/results/thresholds.ts';
import { modeMix } from '../../../surveys/results/trend.ts';
import { whichCount } from '../../../surveys/results/which-count.ts';
import { methodWords } from '../../../surveys/results/words.ts';
import { dataTable, trendTable } from '../../../web/charts/data-table.ts';
import { groupFinding } from '../../../web/charts/finding.ts';
import { trendLine } from '../../../web/charts/trend-line.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { drawTable } from './draw.ts';
import { labels } from './labels.ts';
import { type Loaded, loadResultsFor, tableOptions } from './load.ts';
import { loadTrend, trendOf } from './trends.ts';

interface Asked {
  waveId: string;
  by: Breakdown;
  /** One question, with its trend; all of them, without, when left out. */
  question?: string | undefined;
}

/** The results of a wave: every question, or one, as a disclosed table with its chart and its trend. Throws as `loadResultsFor`. */
export async function seeResults(deps: Deps, actor: Actor, { waveId, by, question }: Asked) {
  const loaded = await loadResultsFor(deps, actor, waveId);
  const { wave, columns } = loaded;
  const marks = whichCount(columns, tableOptions(loaded, 'none').count);
  const answers = marks.reduce((sum, mark) => sum + mark, 0);
  const { minBase } = thresholdsFor('internal', loaded.today);
  const enough = answers >= minBase;
  const waves = enough ? await loadTrend(deps, loaded) : [];
  const wanted = columns.questions.filter((column) => question === undefined || column.question.id === question);
  return {
    waveName: wave.name,
    status: wave.status,
    answers,
    asked: wave.asked,
    rate: wave.asked === 0 ? 0 : answers / wave.asked,
    modes: enough ? modesOf(loaded, marks, answers) : [],
    method: enough ? methodOf(deps, loaded, by) : [],
    empty: enough ? null : `Results come when ${minBase} people have answered. So far ${answers}.`,
    questions: enough ? wanted.map((column) => one(loaded, waves, column.question.id, by)) : [],
  };
}

function one(loaded: Loaded, waves: readonly Loaded[], id: string, by: Breakdown) {
  const table = questionTable(loaded.columns, id, by, tableOptions(loaded, by));
  const trend = trendOf(waves, id);
  const drawable = trend && (trend.table.all.measure || trend.table.all.mean);
  return {
    id,
    number: loaded.columns.questions.findIndex((column) => column.question.id === id) + 1,
    title: table.question.title,
    table: dataTable(table),
    chart: drawTable(table, `chart-${id}`),
    finding: groupFinding(table, 'measure'),
    trend: drawable ? { chart: trendLine(trend, { id: `trend-${id}` }), table: trendTable(trend) } : null,
  };
}

/** How people answered; a way with few answers is not counted, since it can be told who it was. */
function modesOf({ columns, today }: Loaded, marks: Uint8Array, answers: number) {
  const { minCell } = thresholdsFor('internal', today);
  const counts = Object.entries(modeMix(columns, marks)).map(([mode, share]) => ({
    mode: labels[mode] ?? mode,
    count: Math.round((share ?? 0) * answers),
  }));
  const small = counts.some(({ count }) => count > 0 && count < minCell);
  const least = Math.min(...counts.filter(({ count }) => count >= minCell).map(({ count }) => count));
  return counts.map(({ mode, count }) => ({
    mode,
    count: count < minCell || (small && count === least) ? null : count,
  }));
}

function methodOf(deps: Deps, loaded: Loaded, by: Breakdown): string[] {
  const first = loaded.columns.questions[0]?.question.id ?? '';
  const table = questionTable(loaded.columns, first, by, tableOptions(loaded, by));
  return [methodWords(table.method, sayDate('en', localDate(deps.clock.now().getTime(), loaded.wave.timeZone)))];
}
