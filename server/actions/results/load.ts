import { keepColumns } from '../../../db/commands/results.ts';
import { ownSets } from '../../../db/queries/profiles.ts';
import { keptColumns, type ResultWave, resultRows, resultWave } from '../../../db/queries/results.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import { ownAgeBands } from '../../../surveys/profiles/own-bands.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import { type Bands, setsOn } from '../../../surveys/results/bands.ts';
import { buildColumns, type WaveColumns } from '../../../surveys/results/columns.ts';
import { decodeColumns, encodeColumns } from '../../../surveys/results/columns-bytes.ts';
import type { Breakdown, TableOptions } from '../../../surveys/results/tables.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { labels } from './labels.ts';

/** A wave with its answers in columns, ready to be counted. */
export interface Loaded {
  wave: ResultWave;
  columns: WaveColumns;
  texts: Texts;
  /** Local date of today. */
  today: string;
  /** The bands of age of this wave: the landlord's own where they were in force when it opened. */
  bands: readonly Bands[];
}

/** The bands of a wave that opened on a day. */
export const bandsOf = async (deps: Deps, opensOn: string): Promise<readonly Bands[]> =>
  setsOn(opensOn, ownAgeBands(await ownSets(deps.db)));

const mustWave = async (deps: Deps, waveId: string): Promise<ResultWave> => {
  const wave = await resultWave(deps.db, waveId);
  if (!wave?.compiled) throw problems.notFound('wave with results');
  return wave;
};

/** Reads a wave and its columns: kept ones of a closed wave, else built from the rows. Throws `not_found`. */
export const loadResults = async (deps: Deps, waveId: string): Promise<Loaded> =>
  loadOf(deps, await mustWave(deps, waveId));

/** While people still answer only these see results, so that nobody steers the fieldwork by them. A program needs the scope of exports. */
const seesOpen = (actor: Actor): boolean =>
  actor.kind === 'key'
    ? actor.scopes.includes('exports:read')
    : actor.roles.some((role) => role === 'analyst' || role === 'administrator');

/** The same for whoever asks. Throws `not_found`, and `not_allowed` for a wave that is still open to somebody who is no analyst. */
export async function loadResultsFor(deps: Deps, actor: Actor, waveId: string): Promise<Loaded> {
  const wave = await mustWave(deps, waveId);
  if (wave.status !== 'closed' && !seesOpen(actor)) {
    const today = localDate(deps.clock.now().getTime(), wave.timeZone);
    throw problems.notAllowed(
      `Results come when the wave closes, on ${dayWords(wave.closesOn, today)}. Until then analysts see them.`,
    );
  }
  return loadOf(deps, wave);
}

async function loadOf(deps: Deps, wave: ResultWave): Promise<Loaded> {
  const texts = Object.fromEntries(
    Object.entries(wave.texts ?? {}).map(([key, words]) => [key, words.replaceAll('{landlord}', wave.landlord)]),
  );
  return {
    wave,
    columns: await columnsOf(deps, wave),
    texts,
    today: localDate(deps.clock.now().getTime(), wave.timeZone),
    bands: await bandsOf(deps, wave.opensOn),
  };
}

async function columnsOf(deps: Deps, wave: ResultWave): Promise<WaveColumns> {
  if (!wave.compiled) throw problems.notFound('questionnaire');
  const closed = wave.status === 'closed';
  const kept = closed ? await keptColumns(deps.db, wave.id, wave.answersRevision) : null;
  const read = kept && readKept(kept);
  if (read) return read;
  const columns = buildColumns(wave.compiled, await resultRows(deps.db, wave.id, wave.unit));
  const { id: waveId, answersRevision } = wave;
  if (closed)
    await keepColumns(deps.db, { waveId, answersRevision, content: encodeColumns(columns), at: deps.clock.now() });
  return columns;
}

/** How the tables of a wave are made: for use inside the landlord, as the campaign counts, allowing for the size of the list. */
export function tableOptions({ wave, texts, today, bands }: Loaded, by: Breakdown): TableOptions {
  const groups = { area: wave.areas, tenure: wave.tenures };
  return {
    use: 'internal',
    day: today,
    bands,
    count: { keep: wave.keep, partFrom: null },
    population: { all: wave.population, ...((by === 'area' || by === 'tenure') && { groups: groups[by] }) },
    texts,
    labels,
  };
}

/** Bytes that another version wrote are of no use: the columns are built anew from the rows. */
function readKept(kept: Uint8Array): WaveColumns | null {
  try {
    return decodeColumns(kept);
  } catch {
    return null;
  }
}
