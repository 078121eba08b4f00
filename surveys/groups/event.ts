import { z } from 'zod';
import { topics } from './interests.ts';

/** Two invitations to one person are this many days apart, unless the plan says otherwise. */
export const defaultRestDays = 60;
/** A plan names at most this many areas, tenures or kinds of home. */
const maxNames = 200;
const mostPlaces = 200;

const names = z.array(z.string().min(1)).max(maxNames).default([]);
const age = z.number().int().min(0).max(120).nullable().default(null);

/** What a draw can be balanced by, in the order that its cells are written. */
export const balanceFields = ['area', 'tenure', 'propertyType', 'age'] as const;
export type BalanceField = (typeof balanceFields)[number];

/** Who could be asked, how many are, and how the draw is balanced. An empty list is "all of them". */
export const eventPlan = z.object({
  /** The register: those who told us an interest. Everyone: all who live here. */
  from: z.enum(['interested', 'everyone']).default('interested'),
  /** Interested in any of these. */
  topics: z.array(z.enum(topics)).default([]),
  /** Willing to go at least this far. */
  comfortLevel: z.number().int().min(1).max(3).nullable().default(null),
  areas: names,
  tenures: names,
  propertyTypes: names,
  ageFrom: age,
  ageTo: age,
  places: z.number().int().min(1).max(mostPlaces),
  reserves: z.number().int().min(0).max(mostPlaces).default(0),
  balance: z.array(z.enum(balanceFields)).default(['area', 'age']),
  /** Shares of one field's values that are wanted instead of those of the people who live here. */
  chosen: z
    .object({ field: z.enum(balanceFields), shares: z.record(z.string(), z.number().min(0).max(100)) })
    .nullable()
    .default(null),
  restDays: z.number().int().min(0).max(365).default(defaultRestDays),
});
export type EventPlan = z.infer<typeof eventPlan>;

export const replies = ['yes', 'no', 'maybe'] as const;
export type Reply = (typeof replies)[number];

/** How a reply came. */
export const replyModes = ['web', 'text', 'telephone', 'post', 'in_person'] as const;
export type ReplyMode = (typeof replyModes)[number];

export const eventKinds = ['focus_group', 'join'] as const;
export type EventKind = (typeof eventKinds)[number];

/** What stops an invitation from being sent, as sentences; an empty list is "go". Dates are local. */
export function eventChecks(
  { kind, heldOn, replyBy, place }: { kind: EventKind; heldOn: string | null; replyBy: string; place: string },
  today: string,
  drawn: number,
): string[] {
  const meets = kind === 'focus_group';
  return [
    ...(drawn === 0 ? ['Nobody was drawn. Ask more kinds of people, or draw from everyone.'] : []),
    ...(replyBy < today ? ['The last day to reply is past.'] : []),
    ...(meets && heldOn === null ? ['It has no date yet.'] : []),
    ...(meets && place.trim() === '' ? ['It has no place yet.'] : []),
    ...(heldOn !== null && replyBy > heldOn ? ['The last day to reply is after the day itself.'] : []),
  ];
}
