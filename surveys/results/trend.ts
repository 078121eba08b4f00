/** The same figure over waves, and where the line must break. */
import type { Mode } from '../mode.ts';
import type { WaveColumns } from './columns.ts';
import { type Change, compare, compareMeans } from './difference.ts';
import type { DisclosedRow, DisclosedTable } from './disclosed.ts';

export type ModeMix = Partial<Record<Mode, number>>;

/** One wave of a trend: the question's table and what it was asked by. */
export interface TrendWave {
  waveId: string;
  name: string;
  /** Local date it closed. */
  closedOn: string;
  table: DisclosedTable;
  /** Something that changes exactly when the wording or the options do, such as a hash of both. */
  wording: string;
  /** Share of answers by mode; see `modeMix`. */
  modes: ModeMix;
}

export type GapReason = 'wording_changed' | 'modes_moved';

export interface TrendPoint {
  waveId: string;
  name: string;
  closedOn: string;
  row: DisclosedRow;
  /** Why this point cannot be joined to the one before; empty when it can. */
  gap: readonly GapReason[];
  /** Against the point before, when the two can be compared; null when not. */
  change: Change | null;
}

export interface Trend {
  table: DisclosedTable;
  points: readonly TrendPoint[];
}

/** How far the mix of modes may move between waves, in shares, as dated data: 10 points. */
export const modeMove = { from: '2026-01-01', limit: 0.1 } as const;

export const gapWords: Record<GapReason, string> = {
  wording_changed: 'The question or its answers changed',
  modes_moved: 'Answers came by other ways',
};

/** Waves in order of closing, each with its gap and its change. The newest table gives the trend its question. Null without waves. */
export function trend(waves: readonly TrendWave[]): Trend | null {
  const sorted = waves.toSorted((a, b) => (a.closedOn < b.closedOn ? -1 : 1));
  const newest = sorted.at(-1);
  if (!newest) return null;
  const points = sorted.map((wave, index): TrendPoint => {
    const last = sorted[index - 1];
    const gap = last ? gapsBetween(last, wave) : [];
    const change = last && gap.length === 0 ? changeOf(wave.table.all, last.table.all) : null;
    return { waveId: wave.waveId, name: wave.name, closedOn: wave.closedOn, row: wave.table.all, gap, change };
  });
  return { table: newest.table, points };
}

function gapsBetween(last: TrendWave, next: TrendWave): readonly GapReason[] {
  const modes = new Set([...Object.keys(last.modes), ...Object.keys(next.modes)] as Mode[]);
  const moved = [...modes].some(
    (mode) => Math.abs((next.modes[mode] ?? 0) - (last.modes[mode] ?? 0)) > modeMove.limit + 1e-9,
  );
  return [
    ...(last.wording === next.wording ? [] : (['wording_changed'] as const)),
    ...(moved ? (['modes_moved'] as const) : []),
  ];
}

/** Whether a line of one wave clearly differs from that of another; null when either is not told or too small to say. */
export function changeOf(now: DisclosedRow, before: DisclosedRow): Change | null {
  if (now.measure?.state === 'exact' && before.measure?.state === 'exact') {
    return compare(
      { share: now.measure.share, effective: now.effective ?? 0 },
      { share: before.measure.share, effective: before.effective ?? 0 },
    );
  }
  if (now.measure || now.mean?.state !== 'exact' || before.mean?.state !== 'exact') return null;
  return now.lowBase || before.lowBase ? null : compareMeans(now.mean, before.mean);
}

/** Changes of every line against the same line of another wave's table, by the line's id. */
export function changes(now: DisclosedTable, before: DisclosedTable): ReadonlyMap<string, Change | null> {
  const old = new Map([...before.rows, before.all].map((row) => [row.id, row]));
  const changeFor = (row: DisclosedRow) => {
    const then = old.get(row.id);
    return then ? changeOf(row, then) : null;
  };
  return new Map([...now.rows, now.all].map((row) => [row.id, changeFor(row)]));
}

/** Share of the responses that count by mode. */
export function modeMix(columns: WaveColumns, marks: Uint8Array): ModeMix {
  const { codes, values } = columns.fields.mode;
  const counts = codes.map(() => 0);
  let all = 0;
  for (let row = 0; row < columns.size; row++) {
    if (marks[row] !== 1) continue;
    const code = values[row] as number;
    counts[code] = (counts[code] ?? 0) + 1;
    all += 1;
  }
  return Object.fromEntries(codes.map((code, place) => [code, (counts[place] ?? 0) / Math.max(all, 1)]));
}
