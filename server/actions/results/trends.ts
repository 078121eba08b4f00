import { closedWaves } from '../../../db/queries/results.ts';
import { questionTable } from '../../../surveys/results/tables.ts';
import { modeMix, type Trend, type TrendWave, trend } from '../../../surveys/results/trend.ts';
import { whichCount } from '../../../surveys/results/which-count.ts';
import type { Deps } from '../../deps.ts';
import { type Loaded, loadResults, tableOptions } from './load.ts';

/** Waves on a trend: two years of quarters. */
const mostWaves = 8;

/** The closed waves of this wave's campaign, itself among them when it is closed. */
export async function loadTrend(deps: Deps, loaded: Loaded): Promise<Loaded[]> {
  const { campaignId, closesOn, id } = loaded.wave;
  const waves = await closedWaves(deps.db, campaignId, closesOn, mostWaves);
  return Promise.all(waves.map((wave) => (wave.id === id ? loaded : loadResults(deps, wave.id))));
}

/** One question over the closed waves that asked it; null with fewer than two. */
export function trendOf(waves: readonly Loaded[], question: string): Trend | null {
  const asked = waves.filter(({ columns }) => columns.questions.some((each) => each.question.id === question));
  return asked.length < 2 ? null : trend(asked.map((each) => point(each, question)));
}

function point(loaded: Loaded, question: string): TrendWave {
  const { wave, columns } = loaded;
  const options = tableOptions(loaded, 'none');
  return {
    waveId: wave.id,
    name: wave.name,
    closedOn: wave.closesOn,
    table: questionTable(columns, question, 'none', options),
    wording: wordingOf(loaded, question),
    modes: modeMix(columns, whichCount(columns, options.count)),
  };
}

/** Changes exactly when the words of the question or of its answers do. */
function wordingOf({ columns, texts }: Loaded, id: string): string {
  const question = columns.questions.find((each) => each.question.id === id)?.question;
  return JSON.stringify([texts[`q.${id}.title`], question?.options.map((option) => [option.id, texts[option.key]])]);
}
