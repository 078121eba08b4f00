import { z } from 'zod';
import { administrators, day, done, fieldStaff, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

/** Label, and the years of age or the codes it holds. */
const ownBand = z.object({
  label: z.string().trim().max(80),
  from: z.number().int().min(0).max(130).optional(),
  to: z.number().int().min(0).max(130).nullable().optional(),
  codes: z.array(z.string().max(60)).max(60).optional(),
});
const own = z.object({ fromDate: day, by: z.string(), content: z.array(ownBand) }).nullable();

const group = z.object({
  code: z.string(),
  label: z.string(),
  /** Null where a number is not told, to protect people. */
  population: z.number().nullable(),
  members: z.number().nullable(),
  populationShare: z.number().nullable(),
  memberShare: z.number().nullable(),
  ratio: z.number().nullable(),
  signal: z.enum(['ok', 'amber', 'red']),
  hidden: z.boolean(),
});

export const profiles = define({
  'GET /api/v1/residents/{id}/profile': {
    who: fieldStaff,
    scope: 'profiles:read',
    summary: 'What a resident says of themselves, for those who may see it; every reading is audited',
    params: idParams,
    response: z.object({
      fields: z.array(
        z.object({
          field: z.string(),
          name: z.string(),
          special: z.boolean(),
          /** declined is "prefer not to say", which is an answer; unknown is that nothing is held. */
          state: z.enum(['known', 'declined', 'unknown']),
          code: z.string().nullable(),
          label: z.string().nullable(),
          source: z.string().nullable(),
          asAt: day.nullable(),
          options: z.array(z.object({ code: z.string(), label: z.string() })),
        }),
      ),
    }),
  },
  'PUT /api/v1/residents/{id}/profile/{field}': {
    who: fieldStaff,
    scope: 'profiles:write',
    summary: 'Set what a resident says of one thing, or take it away with null; audited',
    params: z.object({ id: z.uuid(), field: z.string().max(60) }),
    body: z.object({ code: z.string().max(60).nullable() }),
    response: done,
  },
  'GET /api/v1/landlord/equality': {
    who: readers,
    scope: 'settings:read',
    summary: 'The recorded lawful basis for special-category data, and whether residents are asked after a survey',
    response: z.object({
      questions: z.boolean(),
      basis: z.string(),
      basisBy: z.string().nullable(),
      basisAt: instant.nullable(),
    }),
  },
  'PUT /api/v1/landlord/equality': {
    who: administrators,
    scope: 'settings:write',
    summary: 'Record the lawful basis, or ask the equality questions after a survey; audited',
    body: z.object({ basis: z.string().trim().max(1000).optional(), questions: z.boolean().optional() }),
    response: done,
  },
  'GET /api/v1/bands': {
    who: readers,
    scope: 'settings:read',
    summary: 'Bands of age and groups of every profile field, the lists they are of, and which are our own',
    response: z.object({
      today: day,
      age: z.object({
        bands: z.array(z.object({ label: z.string(), from: z.number(), to: z.number().nullable() })),
        own,
      }),
      fields: z.array(
        z.object({
          field: z.string(),
          name: z.string(),
          list: z.object({ id: z.string(), source: z.string(), unverified: z.string().nullable() }),
          codes: z.array(z.object({ code: z.string(), label: z.string() })),
          groups: z.array(z.object({ label: z.string(), codes: z.array(z.string()) })),
          own,
        }),
      ),
    }),
  },
  'PUT /api/v1/bands/{field}': {
    who: administrators,
    scope: 'settings:write',
    summary:
      'Our own bands of a field from a day on; none goes back to the usual. Overlaps and gaps are refused in words',
    params: z.object({ field: z.string().max(60) }),
    body: z.object({ fromDate: day.optional(), content: z.array(ownBand).max(40) }),
    response: done,
  },
  'GET /api/v1/groups/{id}/representation': {
    who: readers,
    scope: 'groups:read',
    summary: 'Who is in a panel or group beside everybody who lives here, and whom to invite to mend it',
    params: idParams,
    response: z.object({
      name: z.string(),
      kind: z.enum(['panel', 'halo']),
      population: z.number(),
      members: z.number(),
      /** Why special categories are not shown; null when they are. */
      withheld: z.enum(['not_allowed', 'no_basis']).nullable(),
      fields: z.array(
        z.object({
          field: z.string(),
          /** Of a profile field: what it is called. */
          name: z.string().nullable(),
          profile: z.boolean(),
          special: z.boolean(),
          index: z.number().nullable(),
          groups: z.array(group),
          unknown: z.object({
            population: z.number(),
            members: z.number(),
            populationShare: z.number(),
            memberShare: z.number(),
          }),
        }),
      ),
      /** Cells of area, tenure, property and age that are short, with how many to invite; never of a profile field. */
      mend: z.array(
        z.object({
          field: z.string(),
          code: z.string(),
          label: z.string(),
          short: z.number(),
          invite: z.number(),
          query: z.object({
            area: z.string().optional(),
            tenure: z.string().optional(),
            propertyType: z.string().optional(),
            ageFrom: z.number().optional(),
            ageTo: z.number().optional(),
          }),
        }),
      ),
    }),
  },
});
