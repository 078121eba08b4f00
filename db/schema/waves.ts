import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Audience } from '../../surveys/fieldwork/audience.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Recurrence } from '../../surveys/fieldwork/recurrence.ts';
import type { Sampling } from '../../surveys/fieldwork/sampling-design.ts';
import { bytes, moment } from './columns.ts';
import { mailings } from './mailings.ts';
import { questionnaires, versions } from './questionnaires.ts';
import { households, residents } from './residents.ts';

/** A plan that recurs. */
export const campaigns = pgTable('campaigns', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  /** research, service, marketing. */
  purpose: text().notNull().default('research'),
  /** person or household. */
  unit: text().notNull().default('person'),
  /** first or last: which of two completes counts. */
  keep: text().notNull().default('first'),
  /** wave or reporting_year: how long a household that answered is left alone. */
  period: text().notNull().default('wave'),
  /** How many people besides the planner must approve a launch. */
  quorum: integer().notNull().default(0),
  anonymous: boolean().notNull().default(false),
  questionnaireId: uuid().references(() => questionnaires.id),
  /** When its next waves are meant to open; null is not planned ahead. */
  recurrence: jsonb().$type<Recurrence>(),
  /** Whom a wave leaves out because the campaign asked them before: a code of surveys/fieldwork/refresh.ts. */
  refresh: text().notNull().default('nobody'),
  /** The newest day of its rhythm for which a wave was planned by itself. */
  plannedFor: date(),
  createdAt: moment().notNull(),
});

/** One dated run. */
export const waves = pgTable(
  'waves',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    name: text().notNull(),
    /** The questionnaire to ask; the campaign's own when null. */
    questionnaireId: uuid().references(() => questionnaires.id),
    /** Its version, kept at launch. */
    versionId: uuid().references(() => versions.id),
    mailingId: uuid().references(() => mailings.id),
    audience: jsonb().$type<Audience>().notNull(),
    plan: jsonb().$type<ContactPlan>().notNull(),
    /** How many to draw; null asks everyone who may be asked. */
    sampleSize: integer(),
    /** How they are drawn; null draws `sample_size` at random, or takes everyone. */
    sampling: jsonb().$type<Sampling>(),
    /** The seed of the draw, kept at launch. */
    seed: text(),
    opensOn: date().notNull(),
    /** Last day that answers are taken, in the landlord's time zone. */
    closesOn: date().notNull(),
    timeZone: text().notNull().default('Europe/London'),
    /** Dates of the promise: when results are published, and when we say what we will do. */
    resultsOn: date(),
    actionOn: date(),
    /** draft, open, paused, closed. */
    status: text().notNull().default('draft'),
    plannedBy: text().notNull(),
    /** Planned by the rhythm of its campaign, like the wave before. */
    plannedAhead: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    launchedBy: text(),
    launchedAt: moment(),
    pausedAt: moment(),
    closedAt: moment(),
    /** Grows whenever an answer of this wave changes; kept columns carry the number they were built from. */
    answersRevision: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [index('waves_status').on(t.status), index('waves_campaign').on(t.campaignId)],
);

/** Everyone who could have been asked, as they stood when the wave was launched. Codes, not bands. */
export const frameMembers = pgTable(
  'frame_members',
  {
    id: uuid().primaryKey(),
    waveId: uuid()
      .notNull()
      .references(() => waves.id),
    /** Nulled by erasure; results stand. */
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    householdId: uuid().references(() => households.id, { onDelete: 'set null' }),
    stratum: text(),
    age: integer(),
    tenure: text(),
    area: text(),
    propertyType: text(),
    /** Why this person was left out, as a code of surveys/fieldwork/audience.ts; null is in. */
    outReason: text(),
    /** What the reason needs to be told in a sentence: a date, a campaign's name. */
    outDetail: text(),
    sampled: boolean().notNull().default(false),
  },
  (t) => [
    unique('frame_member').on(t.waveId, t.residentId),
    index('frame_resident').on(t.residentId),
    index('frame_household').on(t.householdId),
  ],
);

/** Special-category codes as they stood, guarded like profiles. */
export const frameProfiles = pgTable(
  'frame_profiles',
  {
    frameMemberId: uuid()
      .notNull()
      .references(() => frameMembers.id, { onDelete: 'cascade' }),
    field: text().notNull(),
    code: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.frameMemberId, t.field] })],
);

/** Every code ever given out, hashed, so that one is unique for all time even after erasure. */
export const spentCodes = pgTable('spent_codes', { hash: text().primaryKey() });

/** A closed wave's answers and frozen codes as typed arrays; rebuilt when the wave's answers_revision has moved on. */
export const resultColumns = pgTable('result_columns', {
  waveId: uuid()
    .primaryKey()
    .references(() => waves.id),
  answersRevision: bigint({ mode: 'number' }).notNull(),
  content: bytes().notNull(),
  builtAt: moment().notNull(),
});

/** Someone other than the planner who said yes to a launch. */
export const approvals = pgTable(
  'approvals',
  {
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'cascade' }),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.waveId, t.by] })],
);
