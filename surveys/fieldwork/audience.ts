import { z } from 'zod';
import { audienceFields, audienceRule, type FieldCode, type FieldValue, fieldCodes, meets } from './audience-fields.ts';
import { defaultServiceRestDays, restsOf, type SurveyKind } from './rests.ts';

/** Days we leave between two surveys to one person, unless the audience says otherwise. */
export const defaultRestDays = 14;
/** An audience names at most this many areas or tenures. */
const maxNames = 200;

const names = z.array(z.string().min(1)).max(maxNames).default([]);

/** However the days fall, nobody is asked by more than this many waves within this many days: once a quarter, and once more besides. */
export const defaultMostAsked = { times: 2, days: 91 };

/** Who a wave asks: the members of a panel, or residents by area, tenure and more; an empty list is "all of them". */
export const audience = z.object({
  /** The panel whose members are asked; null asks residents. */
  panelId: z.uuid().nullable().default(null),
  areas: names,
  tenures: names,
  /** Each "and ..." of the sentence, at most one a field. */
  where: z
    .array(audienceRule)
    .max(fieldCodes.length)
    .refine((rules) => new Set(rules.map(({ field }) => field)).size === rules.length, 'Each can be chosen once.')
    .default([]),
  restDays: z.number().int().min(0).max(365).default(defaultRestDays),
  /** Days of peace after a survey about a service, before one of what people think of us. */
  serviceRestDays: z.number().int().min(0).max(365).default(defaultServiceRestDays),
  /** Over all campaigns; a wave's own reminders are not counted, and papers of groups never are. Null is no limit. */
  mostAsked: z
    .object({ times: z.number().int().min(1).max(50), days: z.number().int().min(1).max(366) })
    .nullable()
    .default(defaultMostAsked),
});
export type Audience = z.infer<typeof audience>;

/** One resident as the choice sees them. Dates are local, "today" is the day of the launch. */
export interface PersonFacts {
  status: 'current' | 'moved' | 'died';
  inPanel: boolean;
  area: string | null;
  tenure: string | null;
  /** What they have for each field of `audience-fields.ts`. */
  values: Readonly<Record<FieldCode, FieldValue>>;
  doNotContact: boolean;
  /** Said stop, or unsubscribed, or took away permission, for this purpose on every way. */
  stopped: boolean;
  onBreak: boolean;
  /** Held, permitted, not suppressed; by telephone where the plan rings. */
  hasWorkingWay: boolean;
  /** Someone of the household answered this campaign in this period. */
  householdCounted: boolean;
  /** The campaign asked them before, and says that a fresh sample leaves them out. */
  askedBefore: boolean;
  /** The regulator's survey, which is in the field, asks them or somebody of their home, who has neither answered nor said no. */
  regulatorAsks: boolean;
  /** Since they were last asked about a service, such as a repair. */
  daysSinceService: number | null;
  daysSinceAsked: number | null;
  /** Waves that asked them within the days of `mostAsked`. */
  timesAsked: number;
  /** Household surveys ask one person a home; this one was not the one. */
  anotherInHome: boolean;
}

type Rule = (person: PersonFacts, audience: Audience, kind: SurveyKind) => boolean;
export type OutsideField = `outside_${FieldCode}`;

const outsideField =
  (field: FieldCode): Rule =>
  ({ values }, { where }) =>
    where.some((rule) => rule.field === field && !meets(rule, values[field]));

const fieldRules = Object.fromEntries(fieldCodes.map((field) => [`outside_${field}`, outsideField(field)])) as Record<
  OutsideField,
  Rule
>;

/** Why a person is left out of a frame, the first that holds: the order is the order of the rows. `why.ts` puts each in a sentence. */
const rules = {
  left: (person) => person.status !== 'current',
  not_in_panel: (person, { panelId }) => panelId !== null && !person.inPanel,
  outside_areas: (person, { areas }) => outside(person.area, areas),
  outside_tenures: (person, { tenures }) => outside(person.tenure, tenures),
  ...fieldRules,
  do_not_contact: (person) => person.doNotContact,
  stopped: (person) => person.stopped,
  on_break: (person) => person.onBreak,
  no_way: (person) => !person.hasWorkingWay,
  household_counted: (person) => person.householdCounted,
  asked_before: (person) => person.askedBefore,
  regulator_first: (person, _, kind) => restsOf[kind].givesWay && person.regulatorAsks,
  after_service: ({ daysSinceService: days }, { serviceRestDays }, kind) =>
    restsOf[kind].afterService && days !== null && days < serviceRestDays,
  asked_recently: ({ daysSinceAsked: days }, { restDays }, kind) =>
    restsOf[kind].afterOthers && days !== null && days < restDays,
  asked_often: (person, { mostAsked }, kind) =>
    restsOf[kind].afterOthers && mostAsked !== null && person.timesAsked >= mostAsked.times,
  another_in_home: (person) => person.anotherInHome,
} as const satisfies Record<string, Rule>;

const outside = (value: string | null, chosen: readonly string[]) =>
  chosen.length > 0 && (value === null || !chosen.includes(value));

export type OutReason = keyof typeof rules;
export const outReasons = Object.keys(rules) as OutReason[];

/** Why this person is left out of a survey of a kind, or null when they may be asked. */
export const outReason = (person: PersonFacts, chosen: Audience, kind: SurveyKind): OutReason | null =>
  outReasons.find((reason) => rules[reason](person, chosen, kind)) ?? null;

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

const outsideWords = Object.fromEntries(
  fieldCodes.map((field) => [`outside_${field}`, audienceFields[field].another]),
) as Record<OutsideField, string>;

/** Short words for counts: "asked in the last 14 days 96". */
export const outWords: Record<OutReason, string> = {
  left: 'moved away or died',
  not_in_panel: 'not in the panel',
  outside_areas: 'outside the chosen areas',
  outside_tenures: 'another tenure',
  ...outsideWords,
  do_not_contact: 'do not contact',
  stopped: 'asked us to stop',
  on_break: 'taking a break',
  no_way: 'no way to reach',
  household_counted: 'household already counted',
  asked_before: 'asked by this campaign before',
  regulator_first: 'the regulator’s survey asks their home first',
  after_service: 'asked about a service lately',
  asked_recently: 'asked too recently',
  asked_often: 'asked too often',
  another_in_home: 'another person in the home was chosen',
};
