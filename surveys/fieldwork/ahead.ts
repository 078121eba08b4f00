/** Sends the next step of a plan ahead of its day, to some: everything else holds as it always does. */
import { type Due, dueStep, type InvitationFacts, leastDaysBetween, type Timetable } from './due.ts';
import type { PlanStep } from './plan.ts';
import { usualPostage } from './postage.ts';

const dayMs = 86_400_000;

/** What follows the last step when people are asked once more: one reminder, each by their own way. */
export const extraReminder: PlanStep = {
  day: 0,
  date: null,
  time: null,
  channels: ['best'],
  kind: 'reminder',
  onlyIfNotAnswered: true,
  formats: null,
  people: 'all',
  postage: usualPostage,
};

export interface Ahead {
  step: number;
  channel: (Due & { do: 'send' })['channel'];
  kind: PlanStep['kind'];
  /** When it goes: now, or at the first waking hour after the least distance to their last message. */
  at: number;
}

/**
 * The next step of one person, to go now instead of on its day; after the plan's last, one reminder more and never a second. Null where nothing may
 * go: answered, ended, still on its way, no way left, or the wave closes first.
 */
export function aheadStep(table: Timetable, person: InvitationFacts, now: number): Ahead | null {
  if (person.answered || (person.last !== null && person.last.at === null)) return null;
  const lastAt = person.last?.at ?? null;
  const from = lastAt === null ? now : Math.max(now, lastAt + leastDaysBetween * dayMs);
  const due = dueStep(pulledTo(table, from), person, from);
  if (due.do === 'wait') return sendAt(table, person, due.at);
  return due.do === 'send' ? { step: due.step, channel: due.channel, kind: due.kind, at: from } : null;
}

/** Asked again at the moment it waits for: then it goes, or nothing does. */
function sendAt(table: Timetable, person: InvitationFacts, at: number): Ahead | null {
  const due = dueStep(pulledTo(table, at), person, at);
  return due.do === 'send' ? { step: due.step, channel: due.channel, kind: due.kind, at } : null;
}

const pulledTo = (table: Timetable, at: number): Timetable => ({
  ...table,
  steps: [...table.steps, extraReminder],
  planned: [...table.planned.map((planned) => Math.min(planned, at)), at],
});
