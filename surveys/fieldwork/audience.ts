import { z } from 'zod';

/** Days we leave between two surveys to one person, unless the audience says otherwise. */
export const defaultRestDays = 14;
/** An audience names at most this many areas or tenures. */
const maxNames = 200;

const names = z.array(z.string().min(1)).max(maxNames).default([]);

/** Who a wave asks: the members of a panel, or residents by area and tenure; an empty list is "all of them". */
export const audience = z.object({
  /** The panel whose members are asked; null asks residents. */
  panelId: z.uuid().nullable().default(null),
  areas: names,
  tenures: names,
  restDays: z.number().int().min(0).max(365).default(defaultRestDays),
});
export type Audience = z.infer<typeof audience>;

/** One resident as the choice sees them. Dates are local, "today" is the day of the launch. */
export interface PersonFacts {
  status: 'current' | 'moved' | 'died';
  inPanel: boolean;
  area: string | null;
  tenure: string | null;
  doNotContact: boolean;
  /** Said stop, or unsubscribed, or took away permission, for this purpose on every way. */
  stopped: boolean;
  onBreak: boolean;
  /** Held, permitted, not suppressed. */
  hasWorkingWay: boolean;
  /** Someone of the household answered this campaign in this period. */
  householdCounted: boolean;
  daysSinceAsked: number | null;
  /** Household surveys ask one person a home; this one was not the one. */
  anotherInHome: boolean;
}

/** Why a person is left out of a frame, the first that holds: the order is the order of the rows. `why.ts` puts each in a sentence. */
const rules = {
  left: (person) => person.status !== 'current',
  not_in_panel: (person, { panelId }) => panelId !== null && !person.inPanel,
  outside_areas: (person, { areas }) => outside(person.area, areas),
  outside_tenures: (person, { tenures }) => outside(person.tenure, tenures),
  do_not_contact: (person) => person.doNotContact,
  stopped: (person) => person.stopped,
  on_break: (person) => person.onBreak,
  no_way: (person) => !person.hasWorkingWay,
  household_counted: (person) => person.householdCounted,
  asked_recently: (person, { restDays }) => person.daysSinceAsked !== null && person.daysSinceAsked < restDays,
  another_in_home: (person) => person.anotherInHome,
} as const satisfies Record<string, (person: PersonFacts, audience: Audience) => boolean>;

const outside = (value: string | null, chosen: readonly string[]) =>
  chosen.length > 0 && (value === null || !chosen.includes(value));

export type OutReason = keyof typeof rules;
export const outReasons = Object.keys(rules) as OutReason[];

/** Why this person is left out, or null when they may be asked. */
export const outReason = (person: PersonFacts, chosen: Audience): OutReason | null =>
  outReasons.find((reason) => rules[reason](person, chosen)) ?? null;

/** What a reason needs to be told in a sentence, as it stood at launch; kept as JSON beside the reason. */
export const outDetail = z.object({
  /** Local date: when they left, said stop, answered, were last asked. */
  on: z.iso.date().nullish(),
  by: z.string().nullish(),
  note: z.string().nullish(),
  /** Last three digits of the number STOP came from. */
  ending: z.string().nullish(),
  /** The survey that was answered, or that they were asked about. */
  survey: z.string().nullish(),
});
export type OutDetail = z.infer<typeof outDetail>;

/** Short words for counts: "asked in the last 14 days 96". */
export const outWords: Record<OutReason, string> = {
  left: 'moved away or died',
  not_in_panel: 'not in the panel',
  outside_areas: 'outside the chosen areas',
  outside_tenures: 'another tenure',
  do_not_contact: 'do not contact',
  stopped: 'asked us to stop',
  on_break: 'taking a break',
  no_way: 'no way to reach',
  household_counted: 'household already counted',
  asked_recently: 'asked too recently',
  another_in_home: 'another person in the home was chosen',
};
