import type { ContactChannel } from '../channel.ts';
import { dayWords, localClock, localDate } from '../dates.ts';
import { type Pronouns, pronouns } from '../person.ts';
import type { WhyFacts } from './facts.ts';

/** The cases of the answer. */
export const whyCases = [
  'not_launched',
  'answered',
  'reached',
  'unknown',
  'do_not_contact',
  'stop',
  'not_on_list',
  'household_counted',
  'rest',
  'no_way',
  'not_drawn',
  'stopped',
  'waiting',
  'quota_full',
  'closed',
  'unexplained',
] as const;
export type WhyCase = (typeof whyCases)[number];

/** The answer, and what the officer can do about it. */
export interface Why {
  case: WhyCase;
  sentence: string;
  action: WhyAction | null;
}
export type WhyAction = 'mend_address' | 'resend_or_leave' | 'mark_posted' | 'send_to_support';

export interface Found extends Why {
  /** The same as a second sentence, after "Also,"; null when it never follows another. */
  also: string | null;
  /** Nothing follows it. */
  alone: boolean;
}

/** One case: what it says of these facts, or null when it is not true of them. */
export type Rule = (facts: WhyFacts, say: Say) => Found | null;

/** How people, days and times are said in the answer. */
export interface Say extends Pronouns {
  day(at: number): string;
  date(local: string): string;
  dayAt(at: number): string;
  clock(at: number): string;
  gotNothing: string;
  gotNothingYet: string;
}

export function sayer({ person, now, zone }: WhyFacts): Say {
  const today = localDate(now, zone);
  const words = pronouns(person);
  const date = (local: string) => dayWords(local, today);
  const day = (at: number) => date(localDate(at, zone));
  const clock = (at: number) => localClock(at, zone);
  return {
    ...words,
    day,
    date,
    clock,
    dayAt: (at) => `${day(at)} at ${clock(at)}`,
    gotNothing: `${words.She} got nothing because`,
    gotNothingYet: `${words.She} got nothing yet, because`,
  };
}

export const channelNoun: Record<ContactChannel, string> = { sms: 'text', email: 'email', post: 'letter' };
export const addressNoun: Record<ContactChannel, string> = {
  sms: 'mobile',
  email: 'email address',
  post: 'postal address',
};
export const plural: Record<ContactChannel, string> = { sms: 'Texts', email: 'Emails', post: 'Letters' };
export const modeWords: Record<string, string> = { paper: 'post', in_person: 'talking to us' };

export const found = (
  kase: WhyCase,
  sentence: string,
  more: { also?: string; action?: WhyAction; alone?: true } = {},
): Found => ({
  case: kase,
  sentence,
  also: more.also ?? null,
  action: more.action ?? null,
  alone: more.alone ?? false,
});

/** "X because Y." as a first sentence, and Y as a second one. */
export const because = (kase: WhyCase, start: string, reason: string, rest = '', action?: WhyAction): Found =>
  found(kase, `${start} ${reason}${rest}`, { also: `${reason}${rest}`, action });

/** On the do-not-contact list. */
export function doNotContact(by: string | null, on: string | null, note: string | null, say: Say): Found {
  const added =
    by === null ? '' : ` ${by} added ${say.her}${on === null ? '' : ` on ${on}`}${note === null ? '' : `: ${note}`}.`;
  return because('do_not_contact', say.gotNothing, `${say.she} is on the do-not-contact list.`, added);
}

/** Said stop. */
export function stopWords(ending: string | null, on: string | null, say: Say): Found {
  const how = ending === null ? 'asked us to stop' : `texted STOP from the number ending ${ending}`;
  const rest = ` That covers surveys by every way. Only ${say.she} can undo it, by texting START or in ${say.herOwn} preferences.`;
  return because('stop', say.gotNothing, `${say.she} ${how}${on === null ? '' : ` on ${on}`}.`, rest);
}
