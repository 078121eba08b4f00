import { type ImportRow, importsAtWork } from '../../../db/queries/imports.ts';
import { type FieldRow, wavesInField } from '../../../db/queries/today.ts';
import { daysBetween, dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Learned, learned } from '../results/learned.ts';
import { type Need, needsToday } from './needs.ts';

export interface InField extends Omit<FieldRow, 'opensOn' | 'timeZone'> {
  /** Which day of how many. */
  day: number;
  days: number;
}

export interface Home {
  needs: Need[];
  field: InField[];
  learned: Learned[];
  /** What comes next, when nothing is needed now. */
  next: string | null;
  /** Long work under way. */
  running: Pick<ImportRow, 'id' | 'filename' | 'done' | 'rows'>[];
}

function inField({ opensOn, timeZone, ...wave }: FieldRow, now: Date): InField {
  const days = daysBetween(opensOn, wave.closesOn) + 1;
  const day = daysBetween(opensOn, localDate(now.getTime(), timeZone)) + 1;
  return { ...wave, day: Math.min(Math.max(day, 0), days), days };
}

/** Whoever sees results only sees no people and nothing that waits. */
const worksInField = (actor: Actor) =>
  actor.kind === 'key' || actor.roles.includes('officer') || actor.roles.includes('administrator');

/** What needs me today, what is in the field, what did we learn. */
export async function seeHome(deps: Deps, actor: Actor): Promise<Home> {
  const now = deps.clock.now();
  const waves = await wavesInField(deps.db);
  const needs = worksInField(actor) ? await needsToday(deps, actor) : [];
  const first = waves[0];
  const today = localDate(now.getTime(), first?.timeZone ?? 'Europe/London');
  return {
    needs,
    field: waves.map((wave) => inField(wave, now)),
    learned: await learned(deps),
    running: worksInField(actor) ? await importsAtWork(deps.db) : [],
    next: first ? `The next thing is ${first.name}, which closes on ${dayWords(first.closesOn, today)}.` : null,
  };
}
