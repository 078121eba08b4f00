import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Staff accounts. The shape of these six tables is what the sign-in library expects. */
export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  /** officer, analyst, interviewer, administrator, separated by commas. */
  role: text().notNull().default('officer'),
  /** May see what residents say of themselves: special-category data. Set by an administrator, for each person. */
  seesProfiles: boolean().notNull().default(false),
  /** Made for the demo: works only where PUBLIC_URL is this machine. */
  demo: boolean().notNull().default(false),
  twoFactorEnabled: boolean().notNull().default(false),
  /** Somebody else chose their password: they change it before anything else. */
  mustChangePassword: boolean().notNull().default(false),
  lastSeenAt: moment(),
  /** May search what residents wrote in their own words. */
  readsFreeText: boolean().notNull().default(false),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
});

export const session = pgTable('session', {
  id: text().primaryKey(),
  expiresAt: moment().notNull(),
  /** A hash: whoever reads this table cannot sign in with it. */
  token: text().notNull().unique(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
  /** Never filled. */
  ipAddress: text(),
  userAgent: text(),
  /** password, or provider where another system knows the person and asked for its own second step. */
  way: text(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
});

export const account = pgTable('account', {
  id: text().primaryKey(),
  accountId: text().notNull(),
  providerId: text().notNull(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text(),
  refreshToken: text(),
  idToken: text(),
  accessTokenExpiresAt: moment(),
  refreshTokenExpiresAt: moment(),
  scope: text(),
  password: text(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
});

/** The second step of a person: what it holds is encrypted with SECRET. */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(false),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: moment(),
  },
  (t) => [uniqueIndex('two_factor_user').on(t.userId)],
);

export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment(),
  updatedAt: moment(),
});

export const rateLimit = pgTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: 'number' }).notNull(),
});

/** A key of another system, stored hashed, with what it may do. */
export const apiKeys = pgTable('api_keys', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  hash: text().notNull().unique(),
  scopes: text().array().notNull(),
  createdBy: text().notNull(),
  /** The account that made it; null where it was made at the machine itself. */
  createdById: text(),
  createdAt: moment().notNull(),
  lastUsedAt: moment(),
  expiresAt: moment(),
  revokedAt: moment(),
});

/** Who did what to what. Append-only, written in the transaction of the change. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    /** `staff:<id>`, `key:<id>`, `resident`, `system`. */
    actor: text().notNull(),
    actorName: text().notNull(),
    /** noun.verb, such as wave.launch. */
    action: text().notNull(),
    subject: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [index('audit_subject').on(t.subject), index('audit_at').on(t.at)],
);
