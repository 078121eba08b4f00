import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** A home. */
export const properties = pgTable('properties', {
  id: uuid().primaryKey(),
  reference: text().notNull().unique(),
  uprn: text(),
  addressLines: text().array().notNull(),
  postcode: text().notNull(),
  area: text().notNull(),
  scheme: text(),
  type: text(),
});

/** A tenancy of a property. */
export const households = pgTable(
  'households',
  {
    id: uuid().primaryKey(),
    propertyId: uuid()
      .notNull()
      .references(() => properties.id),
    tenancyReference: text().notNull().unique(),
    tenure: text().notNull(),
    fromDate: date().notNull(),
    toDate: date(),
  },
  (t) => [index('households_property').on(t.propertyId)],
);

/** A person. Never deleted by an import: people who left are marked. */
export const residents = pgTable(
  'residents',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    title: text(),
    givenName: text().notNull().default(''),
    familyName: text().notNull().default(''),
    dateOfBirth: date(),
    /** E.164. Two people may share one. */
    phone: text(),
    email: text(),
    /** Where a leaseholder lives, when not in the property. */
    correspondenceAddress: text().array(),
    language: text().notNull().default('en'),
    format: text().notNull().default('standard'),
    /** sms, email or post, when the resident or the landlord's system says; null is "no preference known". */
    preferredChannel: text(),
    accessNeeds: text().array().notNull().default(sql`'{}'`),
    /** How far somebody wants to go, 1 to 3: surveys/groups/interests.ts. Null is not asked. */
    comfortLevel: integer(),
    /** When they can come, of surveys/groups/interests.ts; empty is not asked. */
    availability: text().array().notNull().default(sql`'{}'`),
    /** current, moved, died. */
    status: text().notNull().default('current'),
    demo: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index('residents_phone').on(t.phone), index('residents_email').on(t.email)],
);

/** Who lives (or lived) in a household, and as what: tenant, joint_tenant, occupier. */
export const householdMembers = pgTable(
  'household_members',
  {
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    role: text().notNull().default('tenant'),
    fromDate: date().notNull(),
    toDate: date(),
  },
  (t) => [
    primaryKey({ columns: [t.householdId, t.residentId, t.fromDate] }),
    index('members_resident').on(t.residentId),
  ],
);

/** Special-category data, apart from the resident; every read is audited. "prefer_not_to_say" is an answer. */
export const profiles = pgTable(
  'profiles',
  {
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    field: text().notNull(),
    code: text().notNull(),
    source: text().notNull(),
    asAt: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.field] })],
);

/** What a resident allows, by purpose and channel. No row: research and service yes, marketing no. */
export const permissions = pgTable(
  'permissions',
  {
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    channel: text().notNull(),
    allowed: boolean().notNull(),
    at: moment().notNull(),
    by: text().notNull(),
    how: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.purpose, t.channel] })],
);

/**
 * An address or a person we must not contact; purpose null covers all. A row with a resident covers that resident, whatever the address;
 * its address_hash is where they said it from. A row with an address alone covers everyone who uses the address.
 * Lifted only by START from the same number, or by the resident in their preferences.
 */
export const suppressions = pgTable(
  'suppressions',
  {
    id: uuid().primaryKey(),
    /** Keyed hash of the E.164 number or the lower-case email address. */
    addressHash: text(),
    residentId: uuid().references(() => residents.id, { onDelete: 'cascade' }),
    purpose: text(),
    /** stop, unsubscribe, bounce, complaint, do_not_contact, paused. */
    reason: text().notNull(),
    note: text(),
    at: moment().notNull(),
    by: text().notNull(),
    until: moment(),
    liftedAt: moment(),
    liftedBy: text(),
  },
  (t) => [
    index('suppressions_address').on(t.addressHash).where(sql`lifted_at is null`),
    index('suppressions_resident').on(t.residentId).where(sql`lifted_at is null`),
  ],
);

/** What a resident would like to be asked about; topics are those of surveys/groups/interests.ts. */
export const interests = pgTable(
  'interests',
  {
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    topic: text().notNull(),
    at: moment().notNull(),
    /** Who told us: the resident, or the member of staff who referred them. */
    by: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.topic] }), index('interests_topic').on(t.topic)],
);

/** One file brought in: what it held and what became of each row. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  filename: text().notNull(),
  by: text().notNull(),
  at: moment().notNull(),
  /** checked, applied, failed. */
  state: text().notNull(),
  rows: integer().notNull(),
  /** Rows by outcome: new, changed, unchanged, rejected. */
  counts: jsonb().$type<Record<string, number>>().notNull(),
  rejects: jsonb().$type<{ row: number; column: string; value: string; reason: string }[]>().notNull(),
});

/** A link that needs no account: one scope each, stored hashed, expiring. */
export const tokens = pgTable(
  'tokens',
  {
    hash: text().primaryKey(),
    /** preferences, unsubscribe, group, event. */
    scope: text().notNull(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    /** What the scope needs to know: the purpose to stop, the group or meeting to show. */
    subject: text(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('tokens_resident').on(t.residentId)],
);
