import { newestClosed } from '../../../db/queries/results.ts';
import { questionTable } from '../../../surveys/results/tables.ts';
import { changeOf } from '../../../surveys/results/trend.ts';
import { changeWords, rowWords } from '../../../surveys/results/words.ts';
import type { Deps } from '../../deps.ts';
import { type Loaded, loadResults, tableOptions } from './load.ts';
import { loadTrend } from './trends.ts';

/** One sentence of a closed wave, from disclosed results. */
export interface Learned {
  waveId: string;
  name: string;
  sentence: string;
}

const wavesTold = 3;

/** What the newest closed waves said: the first question with a score, and whether it moved. */
export async function learned(deps: Deps): Promise<Learned[]> {
  const waves = await newestClosed(deps.db, wavesTold);
  return Promise.all(waves.map(async ({ id }) => sentenceOf(deps, await loadResults(deps, id))));
}

async function sentenceOf(deps: Deps, loaded: Loaded): Promise<Learned> {
  const { id: waveId, name } = loaded.wave;
  const scored = loaded.columns.questions.find(({ question }) => question.positive.length > 0);
  if (!scored) return { waveId, name, sentence: 'It has no question with a score.' };
  const table = questionTable(loaded.columns, scored.question.id, 'none', tableOptions(loaded, 'none'));
  const figure = rowWords(table.all, table.all.measure, table.method.weighted);
  const before = (await loadTrend(deps, loaded)).find(
    (each) => each.wave.id !== waveId && each.wave.closesOn < loaded.wave.closesOn,
  );
  const then = before && questionTable(before.columns, scored.question.id, 'none', tableOptions(before, 'none'));
  const change = then ? ` ${sentence(changeWords(changeOf(table.all, then.all)))} since ${before.wave.name}.` : '';
  return { waveId, name, sentence: `${table.question.title} ${figure}.${change}` };
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
