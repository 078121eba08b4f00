import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { user } from './staff.ts';

/** The landlord: one row, and nothing of it in code. Nothing launches until it is complete. */
export const landlord = pgTable(
  'landlord',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    /** For texts: GSM letters, at most 15. */
    shortName: text().notNull().default(''),
    phone: text().notNull().default(''),
    address: text().array().notNull().default(sql`'{}'`),
    freepost: text().notNull().default(''),
    repairsUrl: text().notNull().default(''),
    privacyContact: text().notNull().default(''),
    logo: bytes(),
    logoType: text(),
    languages: text().array().notNull().default(sql`'{en}'`),
    /** Month and day the reporting year starts, such as 04-01. */
    reportingYearStart: text().notNull().default('04-01'),
    timeZone: text().notNull().default('Europe/London'),
    /** Which bank holidays apply: england-wales, scotland, northern-ireland. */
    nation: text().notNull().default('england-wales'),
    /** Every member of staff needs a second step to sign in. */
    requireTwoStep: boolean().notNull().default(false),
    /** False: whoever can sign in with the organisation's own accounts does so, and not by a password. */
    passwordSignIn: boolean().notNull().default(true),
    /** Whether residents are asked the equality questions after a survey; only with a lawful basis. */
    equalityQuestions: boolean().notNull().default(false),
    /** Why we may hold special-category data and compare by it, in the landlord's words, who recorded it and when. */
    equalityBasis: text().notNull().default(''),
    equalityBasisBy: text(),
    equalityBasisAt: moment(),
    /** Who of staff answers for what sounds like a danger or a repair. */
    urgentOwner: text().references(() => user.id, { onDelete: 'set null' }),
    demo: boolean().notNull().default(false),
    updatedAt: moment().notNull(),
  },
  (t) => [check('landlord_is_one', sql`${t.id} = 1`)],
);
