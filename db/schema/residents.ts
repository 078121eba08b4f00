import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { closedUp, folded, plainText, searchWords, wordsOf } from './search.ts';

/** Lines of an address that are looked in; more than any address has. */
const addressText = sql`coalesce(address_lines[1], '') || ' ' || coalesce(address_lines[2], '') || ' ' || coalesce(address_lines[3], '')
  || ' ' || coalesce(address_lines[4], '') || ' ' || coalesce(address_lines[5], '')`;

/** A home. */
export const properties = pgTable(
  'properties',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    uprn: text(),
    addressLines: text().array().notNull(),
    postcode: text().notNull(),
    area: text().notNull(),
    scheme: text(),
    type: text(),
    /** Words of the address, and the postcode with and without its space. */
    search: searchWords().generatedAlwaysAs(
      wordsOf(sql`${addressText} || ' ' || postcode || ' ' || replace(postcode, ' ', '')`),
    ),
  },
  (t) => [index('properties_search').using('gin', t.search)],
);

/** A tenancy of a property. */
export const households = pgTable(
  'households',
  {
    id: uuid().primaryKey(),
    propertyId: uuid()
      .notNull()
      .references(() => properties.id),
    /** One household at a time: a tenancy that moves to another home is a new, dated household. */
    tenancyReference: text().notNull(),
    tenure: text().notNull(),
    fromDate: date().notNull(),
    toDate: date(),
    /** The reference as it is looked for: letters and figures only. */
    tenancyKey: plainText().generatedAlwaysAs(closedUp(sql`tenancy_reference`)),
  },
  (t) => [
    index('households_property').on(t.propertyId),
    index('households_tenancy_key').on(t.tenancyKey),
    uniqueIndex('households_tenancy').on(t.tenancyReference).where(sql`to_date is null`),
  ],
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
    /** Family name and given names as they are put in order and looked for. */
    nameKey: plainText().notNull().generatedAlwaysAs(folded(sql`family_name || ' ' || given_name`)),
    /** Words of names, the reference, the email address, and the number as it is written here and from abroad. */
    search: searchWords().generatedAlwaysAs(
      wordsOf(sql`reference || ' ' || given_name || ' ' || family_name || ' ' || coalesce(email, '')
        || ' ' || coalesce(phone, '') || ' ' || coalesce(regexp_replace(phone, '^[+]44', '0'), '')`),
    ),
  },
  (t) => [
    index('residents_phone').on(t.phone),
    index('residents_email').on(t.email),
    index('residents_name').on(t.nameKey, t.id),
    index('residents_demo').on(t.id).where(sql`demo`),
    index('residents_search').using('gin', t.search),
  ],
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

/** A link that needs no account: one scope each, stored hashed, expiring. */
export const tokens = pgTable(
  'tokens',
  {
    hash: text().primaryKey(),
    /** preferences, unsubscribe, group, event, confirm. */
    scope: text().notNull(),
    /** The way it was sent by: sms, email. */
    channel: text(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    /** What the scope needs to know: the purpose to stop, the group or meeting to show, the change to confirm. */
    subject: text(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('tokens_resident').on(t.residentId)],
);

/** A number or an email address that a resident wants us to use, until they confirm it there; then, or when they take it back, the row is gone. */
export const contactChanges = pgTable(
  'contact_changes',
  {
    id: uuid().primaryKey(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    /** phone, email. */
    field: text().notNull(),
    address: text().notNull(),
    /** The recipient of the messages that ask to confirm it. */
    recipientId: uuid().notNull(),
    at: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [unique('contact_change').on(t.residentId, t.field), index('contact_changes_recipient').on(t.recipientId)],
);

/** A call between a resident and a member of staff, as they wrote it down. */
export const calls = pgTable(
  'calls',
  {
    id: uuid().primaryKey(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    /** One of surveys/fieldwork/calls.ts. */
    outcome: text().notNull(),
    note: text().notNull().default(''),
    by: text().notNull(),
  },
  (t) => [index('calls_resident').on(t.residentId, t.at)],
);
