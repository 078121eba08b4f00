import { type Db, transaction } from '../../../db/connect.ts';
import { type BoardCell, boardCells, boardTotals } from '../../../db/queries/board.ts';
import { type EqualitySettings, equalitySettings } from '../../../db/queries/profiles.ts';
import { type WaveRow, waveById } from '../../../db/queries/waves.ts';
import { isPickField, notPicked, type PickField, pickFields } from '../../../surveys/fieldwork/cell.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { isProfileField, type ProfileField } from '../../../surveys/profiles/lists.ts';
import { toldCells } from '../../../surveys/results/board.ts';
import { moreToAsk } from '../../../surveys/results/more-to-ask.ts';
import { rIndicator } from '../../../surveys/results/r-indicator.ts';
import { type GroupHeard, whoWeHear } from '../../../surveys/results/representation.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { maySeeProfiles } from '../profile/may.ts';
import { boardFields, type Grouping, groupingOf } from './cells.ts';

type Field = PickField | ProfileField;
type Counts = Omit<BoardCell, 'a' | 'b'>;

/** What the board is asked by: one field, or two crossed. */
export interface BoardAsked {
  by: string;
  and: string | null;
}

const nothing: Counts = { population: 0, asked: 0, answered: 0, waiting: 0, spare: 0 };
const plus = (a: Counts, b: Counts): Counts => ({
  population: a.population + b.population,
  asked: a.asked + b.asked,
  answered: a.answered + b.answered,
  waiting: a.waiting + b.waiting,
  spare: a.spare + b.spare,
});

/**
 * Who we hear in one wave: each group's share of the list, of those asked and of those who answered, and where to ask more. What people say of themselves
 * is shown to those who may see it, which is recorded, hides small numbers, and is never picked by. Throws `not_found`, `not_allowed` and `not_crossed`.
 */
export async function seeBoard(deps: Deps, actor: Actor, waveId: string, asked: BoardAsked) {
  return transaction(deps.db, async (tx) => {
    const wave = await waveById(tx, waveId);
    if (!wave) throw problems.notFound('wave');
    const settings = await equalitySettings(tx);
    const may = await maySeeProfiles(tx, actor);
    const profile = boardFields(settings, may);
    const fields = [asked.by, ...(asked.and === null ? [] : [asked.and])].map((field) => known(field, profile));
    mustCross(fields);
    const closer = fields.filter(isProfileField);
    if (closer.length > 0)
      await audit(tx, deps, actor, { action: 'profiles.board', subject: waveId, detail: { fields: closer } });
    const board = await boardOf(tx, deps, wave, fields);
    return {
      fields: [
        ...pickFields.map((field) => ({ field, name: null, profile: false })),
        ...profile.map(({ field, list }) => ({ field, name: list.name.en, profile: true })),
      ],
      withheld: withheld(may, settings),
      ...asked,
      ...board,
    };
  });
}

const withheld = (may: boolean, { basis }: EqualitySettings) =>
  may ? (basis === '' ? ('no_basis' as const) : null) : ('not_allowed' as const);

function known(field: string, profile: ReturnType<typeof boardFields>): Field {
  if (isPickField(field)) return field;
  const found = profile.find((each) => each.field === field);
  if (found) return found.field;
  if (isProfileField(field)) throw problems.notAllowed('You may not see answers by what residents say of themselves.');
  throw problems.badInput([{ path: 'by', message: 'There is no such field.' }]);
}

/** In one area, or with each other, what people say of themselves would soon tell who somebody is. */
function mustCross(fields: readonly Field[]): void {
  const profile = fields.filter(isProfileField);
  if (fields.length === 2 && fields[0] === fields[1])
    throw problems.badInput([{ path: 'and', message: 'Choose two different fields.' }]);
  if (profile.length === 2 || (profile.length === 1 && fields.includes('area')))
    throw problems.conflict(
      'not_crossed',
      'We do not cross what people say of themselves with area or with each other: in so small a group people can be recognised.',
    );
}

async function boardOf(tx: Db, deps: Deps, wave: WaveRow, fields: readonly Field[]) {
  const [by = 'age', and = null] = fields;
  const cells = await boardCells(tx, wave.id, by, and);
  const rows = await groupingOf(tx, deps, wave, { field: by, codes: cells.map(({ a }) => a) });
  const columns =
    and === null ? null : await groupingOf(tx, deps, wave, { field: and, codes: cells.map(({ b }) => b) });
  const counts = countsOf(cells, rows, columns);
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  const told = toldCells(counts, { rows: rows.profile, columns: columns === null ? null : columns.profile }, today);
  const totals = await boardTotals(tx, wave.id);
  const closer = rows.profile || columns?.profile === true;
  const heard = whoWeHear(counts.flatMap((row, at) => row.map((each, column) => ({ ...each, ...nameOf(at, column) }))));
  const all = counts.flat().reduce(plus, nothing);
  const shown = heard.map((group, place) => {
    const [at, column] = placeOf(place, counts[0]?.length ?? 1);
    const more = closer ? null : moreOf(group, counts[at]?.[column] ?? nothing, all, wave.status);
    const [a, b] = [rows.groups[at] ?? blank, columns?.groups[column] ?? null];
    return { a, b, ...(told[at]?.[column] ? openRow(group) : hiddenRow), more };
  });
  const rest = (of: 'population' | 'asked' | 'answered') => totals[of] - all[of];
  return {
    profile: closer,
    whyNot: closer ? notPicked((rows.profile ? rows.name : columns?.name) ?? '') : null,
    totals: { population: all.population, asked: all.asked, answered: all.answered },
    unknown: { population: rest('population'), asked: rest('asked'), answered: rest('answered') },
    rows: shown.filter(({ population, hidden }) => hidden || population !== 0),
    r: closer ? null : rOf(heard, { asked: rest('asked'), answered: rest('answered') }),
  };
}

const blank = { code: '', label: '' };
const nameOf = (at: number, column: number) => ({ group: `${at} ${column}`, label: '' });
const placeOf = (place: number, width: number): [number, number] => [Math.floor(place / width), place % width];

function countsOf(cells: readonly BoardCell[], rows: Grouping, columns: Grouping | null): Counts[][] {
  const counts = rows.groups.map(() => (columns?.groups ?? [blank]).map(() => nothing));
  for (const cell of cells) {
    const [row, column] = [counts[rows.of(cell.a)], columns === null ? 0 : columns.of(cell.b)];
    const before = row?.[column];
    if (row && before) row[column] = plus(before, cell);
  }
  return counts;
}

const openRow = ({ group: _, label: __, ...heard }: GroupHeard & Partial<Counts>) => ({
  population: heard.population,
  asked: heard.asked,
  answered: heard.answered,
  populationShare: heard.populationShare,
  askedShare: heard.askedShare,
  answeredShare: heard.answeredShare,
  gap: heard.gap * 100,
  ratio: heard.ratio,
  signal: heard.signal,
  hidden: false,
});

const hiddenRow = {
  population: null,
  asked: null,
  answered: null,
  populationShare: null,
  askedShare: null,
  answeredShare: null,
  gap: null,
  ratio: null,
  signal: 'ok' as const,
  hidden: true,
};

/** What is missing of a group and how many of it can still be asked; null where it is not short. */
function moreOf(group: GroupHeard, { waiting, spare }: Counts, all: Counts, status: WaveRow['status']) {
  const more = moreToAsk(group, all);
  if (more === null || status === 'closed') return null;
  return { ...more, ask: Math.min(more.ask, waiting + spare), waiting, spare };
}

function rOf(heard: readonly GroupHeard[], unknown: { asked: number; answered: number }) {
  const found = rIndicator(heard, unknown);
  return found === null ? null : { value: found.r, cv: found.cv };
}
