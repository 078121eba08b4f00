import { z } from 'zod';
import { administrators, day, done, readers } from './common.ts';
import { define, instant, page, pageQuery } from './define.ts';

const landlordFields = z.object({
  name: z.string().trim().min(2).max(120),
  shortName: z.string().trim().max(15),
  phone: z.string().trim().max(20),
  address: z.array(z.string().trim().min(1).max(60)).max(7),
  freepost: z.string().trim().max(120),
  repairsUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  privacyContact: z.string().trim().max(200),
  languages: z.array(z.string()).min(1),
  reportingYearStart: z.string().regex(/^\d\d-\d\d$/),
  timeZone: z.string(),
  nation: z.enum(['england-wales', 'scotland', 'northern-ireland']),
  /** Who of staff answers for what sounds like a danger or a repair. */
  urgentOwner: z.string().max(60).nullable(),
  /** Every member of staff needs a second step. */
  requireTwoStep: z.boolean(),
  /** Staff who can sign in by the organisation's own accounts may still use a password. */
  passwordSignIn: z.boolean(),
});

/** Which lines of the audit log: each part narrows it. `to` is the last day that is shown. */
const auditFilter = {
  who: z.string().max(120).optional(),
  action: z.string().max(60).optional(),
  subject: z.string().max(60).optional(),
  from: day.optional(),
  to: day.optional(),
};

export const settings = define({
  'GET /api/v1/landlord': {
    who: readers,
    scope: 'settings:read',
    summary: 'The landlord and what is still missing',
    response: landlordFields.extend({
      name: z.string(),
      /** What is missing and what each blocks; nothing launches until this is empty. */
      missing: z.array(z.object({ field: z.string(), sentence: z.string() })),
      /** Staff who may be named as the one who answers for what sounds urgent. */
      owners: z.array(z.object({ id: z.string(), name: z.string() })),
      offered: z.array(z.object({ code: z.string(), name: z.string(), approved: z.boolean() })),
    }),
  },
  'PUT /api/v1/landlord': {
    who: administrators,
    scope: 'settings:write',
    summary: 'Change the landlord; audited',
    body: landlordFields.partial(),
    response: done,
  },
  'GET /api/v1/audit': {
    who: administrators,
    scope: 'audit:read',
    summary: 'Who did what to what, newest first',
    query: pageQuery.extend(auditFilter),
    response: page(
      z.object({
        id: z.number(),
        at: instant,
        actorName: z.string(),
        action: z.string(),
        subject: z.string().nullable(),
        detail: z.unknown(),
      }),
    ),
  },
  'GET /api/v1/audit/facets': {
    who: administrators,
    scope: 'audit:read',
    summary: 'Who did something and what was done, to filter by',
    response: z.object({ who: z.array(z.string()), actions: z.array(z.string()) }),
  },
  'GET /api/v1/audit.csv': {
    who: administrators,
    scope: 'audit:read',
    summary: 'The same lines as CSV, all of them; audited',
    query: z.object(auditFilter),
    response: z.file().mime('text/csv'),
  },
});
