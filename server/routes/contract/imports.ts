import { z } from 'zod';
import { limits } from '../route.ts';
import { created, done, fieldStaff } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

const counts = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  /** Residents who are not in a file that is everybody. */
  left: z.number(),
  /** Details that residents had set themselves: the file does not change these. */
  kept: z.number(),
});

const listed = z.object({
  id: z.uuid(),
  filename: z.string(),
  by: z.string(),
  at: instant,
  /** Reading, checking and applying are at work; matching and checked wait for a person; the rest are over. */
  state: z.enum(['reading', 'matching', 'checking', 'checked', 'applying', 'applied', 'failed', 'stopped']),
  done: z.number(),
  rows: z.number(),
  counts,
  fault: z.string().nullable(),
  checkedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});

const named = z.object({ field: z.string(), name: z.string() });

const row = z.object({
  /** As the spreadsheet numbers it. */
  row: z.number(),
  reference: z.string(),
  name: z.string().nullable(),
  residentId: z.uuid().nullable(),
  kind: z.enum(['new', 'changed', 'unchanged', 'rejected', 'left']),
  changes: z.array(named.extend({ before: z.string(), after: z.string() })),
  /** Names of details that stay as the resident set them. */
  kept: z.array(z.string()),
  faults: z.array(z.object({ column: z.string(), value: z.string(), reason: z.string() })),
  /** How a cell was read that was not as it should be. */
  notes: z.array(z.object({ column: z.string(), value: z.string(), words: z.string() })),
});

const one = 'residents:write';

export const imports = define({
  'GET /api/v1/residents/import': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'Imports of residents, newest first',
    query: pageQuery,
    response: page(listed),
  },
  'POST /api/v1/residents/import': {
    who: fieldStaff,
    scope: one,
    summary:
      'Bring a file of residents (CSV or XLSX, as the body); answers at once. It goes by itself to its columns, to the check, or to the end',
    query: z.object({
      filename: z.string().max(200).default('residents.csv'),
      goes: z.enum(['match', 'check', 'apply']).default('match'),
      skipBroken: flag,
      everybody: flag,
      leavers: flag,
    }),
    takes: 'file',
    response: created,
    limit: limits.file,
  },
  'GET /api/v1/residents/import/{id}': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'One import: how far it is, its columns, and what it would do',
    params: idParams,
    response: listed.extend({
      columns: z.array(
        z.object({
          heading: z.string(),
          first: z.array(z.string()),
          field: z.string().nullable(),
          how: z.enum(['sure', 'likely', 'remembered', 'chosen', 'none']),
        }),
      ),
      /** When columns with these headings were matched before. */
      remembered: z.string().nullable(),
      /** The sheet of a workbook that is read. */
      sheet: z.string().nullable(),
      everybody: z.boolean(),
      /** Whether the file is still kept, for its rows to be mended. */
      hasFile: z.boolean(),
      rejects: z.array(z.object({ column: z.string(), count: z.number() })),
      changedFields: z.array(named.extend({ count: z.number() })),
      /** Everything a column can go to. */
      fields: z.array(named),
    }),
  },
  'GET /api/v1/residents/import/{id}/rows': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'Rows of one outcome: old and new side by side, or why they cannot be used',
    params: idParams,
    query: pageQuery.extend({
      kind: z.enum(['new', 'changed', 'unchanged', 'rejected', 'left', 'kept']).default('rejected'),
      column: z.string().max(100).optional(),
    }),
    response: page(row),
  },
  'GET /api/v1/residents/import/{id}/rejects': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'The rows that cannot be used, as a file to mend and bring again',
    params: idParams,
    response: z.file().mime('text/csv'),
  },
  'PUT /api/v1/residents/import/{id}/columns': {
    who: fieldStaff,
    scope: one,
    summary: 'Say where each column goes; it is remembered, and the file is checked',
    params: idParams,
    body: z.object({
      fields: z.array(z.string().max(60).nullable()).max(300),
      everybody: z.boolean().default(false),
    }),
    response: done,
  },
  'POST /api/v1/residents/import/{id}/apply': {
    who: fieldStaff,
    scope: one,
    summary:
      'Apply what the check found, all or nothing; who is not in a file that is everybody is marked only with `leavers`',
    params: idParams,
    body: z.object({ skipBroken: z.boolean().default(false), leavers: z.boolean().default(false) }),
    response: done,
  },
  'POST /api/v1/residents/import/{id}/stop': {
    who: fieldStaff,
    scope: one,
    summary: 'Stop an import; nothing of it stands',
    params: idParams,
    response: done,
  },
  'POST /api/v1/residents/import/{id}/again': {
    who: fieldStaff,
    scope: one,
    summary: 'Start an import again that stopped or failed',
    params: idParams,
    response: done,
  },
});
