import { Temporal } from 'temporal-polyfill';
import type { Format } from '../format.ts';
import { bestOrder, type ContactChannel, isDigital, type StepChannel } from './channel.ts';
import { type ContactPlan, isForThem, olderFrom, type PlanStep } from './plan.ts';
import { endOfDay, localTime, nextWaking, type Place } from './quiet.ts';

/** However late a step runs, a person has this long between two messages unless the plan itself sets them closer. */
export const leastDaysBetween = 2;
const dayMs = 86_400_000;

/** The wave, as far as the plan asks. Times are epoch milliseconds, dates local. */
export interface WaveFacts {
  opensOn: string;
  closesOn: string;
  place: Place;
  /** Channels that reach nobody: quiet hours protect people, so they do not hold these up. */
  sandboxed: readonly ContactChannel[];
}

/** One invitation, as far as the plan asks. */
export interface InvitationFacts {
  nextStep: number;
  answered: boolean;
  /** Said no, moved, died, or may not be contacted: nothing more goes out whatever the step says. */
  ended: boolean;
  /** Their group of a quota has answers enough. */
  cellFull: boolean;
  /** In years; null is not known. */
  age: number | null;
  preferred: ContactChannel | null;
  format: Format;
  held: readonly StepChannel[];
  /** Not permitted for this purpose, or suppressed. */
  barred: readonly StepChannel[];
  failedHard: readonly StepChannel[];
  /** The newest message, if any went out or is on its way. */
  last: LastMessage | null;
}

export interface LastMessage {
  step: number;
  /** When it went; a letter goes on its "posted on" day. Null while a letter waits to be posted. */
  at: number | null;
  failedHard: boolean;
  /** Ways this step was tried. */
  tried: readonly StepChannel[];
  /** Whether any message so far may have got through. */
  contacted: boolean;
}

export type Due =
  | { do: 'send'; step: number; channel: StepChannel; kind: PlanStep['kind'] }
  | { do: 'wait'; step: number; at: number; why: 'planned' | 'quiet_hours' | 'spacing' }
  | { do: 'hold'; why: 'on_its_way' }
  | { do: 'stop'; why: 'answered' | 'ended' | 'quota_full' | 'plan_finished' | 'wave_closes_first' | 'no_way' };

/** A plan set on the calendar of one wave. Made once for a wave, then asked for each person. */
export interface Timetable {
  steps: readonly PlanStep[];
  wave: WaveFacts;
  /** When each step is meant to go, before quiet hours. */
  planned: readonly number[];
  /** The first moment after the last day. */
  closesAt: number;
}

/** Sets a contact plan on the calendar of a wave. */
export function timetable(plan: ContactPlan, wave: WaveFacts): Timetable {
  const planned = plan.steps.map((step) => {
    const day = step.date ?? Temporal.PlainDate.from(wave.opensOn).add({ days: step.day }).toString();
    return localTime(day, step.time ?? '00:00', wave.place.zone);
  });
  return { steps: plan.steps, wave, planned, closesAt: endOfDay(wave.closesOn, wave.place.zone) };
}

/**
 * Which step is due for one person now, by which way, and else when to look again.
 * Deferred, never dropped: a step held up by quiet hours, a pause or an unposted letter comes later, and the ones after it keep their distance.
 * A hard failure sends the same step by the next way at once. A step nobody can be reached by is passed over for the next.
 */
export function dueStep(table: Timetable, person: InvitationFacts, now: number): Due {
  if (person.ended) return { do: 'stop', why: 'ended' };
  if (person.cellFull && !person.answered) return { do: 'stop', why: 'quota_full' };
  if (person.answered && table.steps.every((step) => step.onlyIfNotAnswered)) return { do: 'stop', why: 'answered' };
  if (person.last?.failedHard) {
    const again = retry(table, person, person.last, now);
    if (again !== null) return again;
  } else if (person.last !== null && person.last.at === null) return { do: 'hold', why: 'on_its_way' };
  return following(table, person, now);
}

/** When to look again at a person whose `step` went at `sentAt`; null when it was the last. Quiet hours are looked at then. */
export const followingAt = (table: Timetable, step: number, sentAt: number): number | null =>
  step + 1 < table.planned.length ? spaced(table, step + 1, step, sentAt) : null;

function following(table: Timetable, person: InvitationFacts, now: number): Due {
  for (let index = person.nextStep; index < table.steps.length; index++) {
    const step = table.steps[index];
    if (step === undefined || (person.answered && step.onlyIfNotAnswered) || !isFor(step, person)) continue;
    const channel = channelFor(step.channels, step, person, []);
    if (channel === null) continue;
    const kind = person.last?.contacted ? step.kind : 'invitation';
    return timed(table, { do: 'send', step: index, channel, kind }, spacedAfterLast(table, index, person.last), now);
  }
  if (person.answered) return { do: 'stop', why: 'answered' };
  const anyWay = person.held.some((channel) => isOpen(channel, person));
  return { do: 'stop', why: anyWay || person.last?.contacted ? 'plan_finished' : 'no_way' };
}

function retry(table: Timetable, person: InvitationFacts, last: LastMessage, now: number): Due | null {
  const step = table.steps[last.step];
  if (step === undefined || (person.answered && step.onlyIfNotAnswered)) return null;
  const kind = last.contacted ? step.kind : 'invitation';
  const order = kind === 'invitation' ? [...step.channels, 'best' as const] : step.channels;
  const channel = channelFor(order, step, person, last.tried);
  return channel === null ? null : timed(table, { do: 'send', step: last.step, channel, kind }, now, now);
}

/** Sends now, or says when: the plan's moment, the distance to the last message, or the next waking hour. */
function timed({ wave, planned, closesAt }: Timetable, send: Due & { do: 'send' }, due: number, now: number): Due {
  const from = Math.max(due, now);
  const sandboxed = wave.sandboxed.some((channel) => channel === send.channel);
  const free = send.channel === 'post' || sandboxed;
  const at = free ? from : nextWaking(from, wave.place);
  if (at >= closesAt) return { do: 'stop', why: 'wave_closes_first' };
  if (at <= now) return send;
  const why = at > from ? 'quiet_hours' : due > (planned[send.step] ?? 0) ? 'spacing' : 'planned';
  return { do: 'wait', step: send.step, at, why };
}

function channelFor(
  order: PlanStep['channels'],
  step: PlanStep,
  person: InvitationFacts,
  tried: readonly StepChannel[],
): StepChannel | null {
  const ways = order.flatMap((channel): readonly StepChannel[] =>
    channel === 'best' ? bestOrder(person.preferred) : [channel],
  );
  const fits = (channel: StepChannel) =>
    channel !== 'post' || step.formats === null || step.formats.includes(person.format);
  return ways.find((channel) => isOpen(channel, person) && !tried.includes(channel) && fits(channel)) ?? null;
}

/** Everyone gets the invitation: whoever has had no message yet is not passed over. */
const isFor = (step: PlanStep, { age, held, last }: InvitationFacts): boolean =>
  !last?.contacted || isForThem(step, { older: (age ?? 0) >= olderFrom, digital: isDigital(held) });

const isOpen = (channel: StepChannel, person: InvitationFacts): boolean =>
  person.held.includes(channel) && !person.barred.includes(channel) && !person.failedHard.includes(channel);

function spacedAfterLast(table: Timetable, index: number, last: LastMessage | null): number {
  if (last === null || last.at === null || last.failedHard) return table.planned[index] ?? 0;
  return spaced(table, index, last.step, last.at);
}

/** The planned moment, or later: as far from the last message as planned, but never further than the least distance asks. */
function spaced({ planned }: Timetable, index: number, after: number, sentAt: number): number {
  const meant = planned[index] ?? 0;
  const gap = meant - (planned[after] ?? 0);
  return Math.max(meant, sentAt + Math.min(gap, leastDaysBetween * dayMs));
}
