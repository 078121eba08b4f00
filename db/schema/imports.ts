import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';

/** One file brought in. The row is the job: it holds its state, lease and progress, and the file itself until the import is over. */
export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey(),
    filename: text().notNull(),
    file: bytes(),
    size: integer().notNull().default(0),
    by: text().notNull(),
    /** The actor as the audit log keeps it. */
    actor: text().notNull().default(''),
    at: moment().notNull(),
    /** reading, matching, checking, checked, applying, applied, failed, stopped. */
    state: text().notNull(),
    /** How far to go by itself: match (a person looks at the columns), check, apply. */
    goes: text().notNull().default('match'),
    /** Take in the rows that can be used although others cannot. */
    skipBroken: boolean().notNull().default(false),
    /** "This file is everybody": who is not in it has left. */
    everybody: boolean().notNull().default(false),
    /** A person has confirmed that those who are not in it have left. */
    leavers: boolean().notNull().default(false),
    leaseUntil: moment(),
    tries: integer().notNull().default(0),
    /** Why the whole file stopped, in a sentence for the person who brought it. */
    fault: text(),
    /** What kind of file it is and how to read it. */
    shape: jsonb().$type<Record<string, unknown>>(),
    /** Each column: its heading, first cells, the field it fills, and how sure that is. */
    columns: jsonb().$type<Record<string, unknown>[]>(),
    /** Rows worked off in this state, of `rows`. */
    done: integer().notNull().default(0),
    rows: integer().notNull().default(0),
    /** Rows by outcome: new, changed, unchanged, rejected, left; and `kept`, details that stay as residents set them. */
    counts: jsonb().$type<Record<string, number>>().notNull(),
    /** Rows that cannot be used, counted by the column at fault. */
    rejects: jsonb().$type<{ column: string; count: number }[]>().notNull(),
    checkedAt: moment(),
    finishedAt: moment(),
  },
  (t) => [index('imports_at').on(t.at)],
);

/** A row of a file as it was read and what it would do. Values stay only for rows that write something. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** As the spreadsheet numbers it; rows for people who are not in the file are numbered after its last. */
    row: integer().notNull(),
    reference: text().notNull(),
    /** new, changed, unchanged, rejected, left. */
    kind: text().notNull(),
    residentId: uuid(),
    name: text(),
    /** Field to [old, new]. */
    changes: jsonb().$type<Record<string, [unknown, unknown]>>(),
    /** Fields that stay as the resident set them. */
    kept: text().array(),
    /** Why it cannot be used: column, cell, reason. */
    faults: jsonb().$type<{ column: string; value: string; reason: string }[]>(),
    /** How a cell was read that was not as it should be: column, cell, words. */
    notes: jsonb().$type<{ column: string; value: string; words: string }[]>(),
    title: text(),
    givenName: text(),
    familyName: text(),
    dateOfBirth: text(),
    phone: text(),
    email: text(),
    language: text(),
    format: text(),
    preferredChannel: text(),
    accessNeeds: text().array(),
    correspondence: text().array(),
    role: text(),
    status: text(),
    leftOn: text(),
    home: text(),
    uprn: text(),
    addressLines: text().array(),
    postcode: text(),
    area: text(),
    scheme: text(),
    type: text(),
    tenancy: text(),
    tenure: text(),
    tenancyStart: text(),
    groups: text().array(),
    /** Profile field to code. */
    profile: jsonb().$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] }), index('import_rows_reference').on(t.reference)],
);

/** Where each column of files with these headings went the last time. */
export const importMappings = pgTable('import_mappings', {
  /** Hash of the set of headings. */
  key: text().primaryKey(),
  /** Heading to field; '' is left out. */
  fields: jsonb().$type<Record<string, string>>().notNull(),
  by: text().notNull(),
  at: moment().notNull(),
});
