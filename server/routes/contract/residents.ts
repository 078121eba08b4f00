import { z } from 'zod';
import { callOutcomeCodes } from '../../../surveys/fieldwork/calls.ts';
import { stepChannels } from '../../../surveys/fieldwork/channel.ts';
import { permissionWays, purposes } from '../../../surveys/fieldwork/permission.ts';
import { entryKinds } from '../../../surveys/fieldwork/timeline.ts';
import { channel, created, day, done, fieldStaff, format, language } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const row = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  address: z.string(),
  area: z.string().nullable(),
  tenure: z.string().nullable(),
  language,
  format,
  status: z.enum(['current', 'moved', 'died']),
});

const entry = z.object({
  at: instant,
  key: z.string(),
  kind: z.enum(entryKinds),
  sentence: z.string(),
  /** What we did next and by which rule. */
  next: z.string().nullable(),
  /** The words sent or received, the code hidden. */
  words: z.string().nullable(),
  subject: z.string().nullable(),
  language: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  channel: channel.nullable(),
  status: z.string().nullable(),
  deliveryId: z.uuid().nullable(),
});

export const residents = define({
  'GET /api/v1/residents': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'Residents, found by name, address, reference or phone',
    query: pageQuery.extend({
      q: z.string().max(120).optional(),
      area: z.string().optional(),
      tenure: z.string().optional(),
    }),
    /** Total: on the first page; null where more match the words than it holds. */
    response: page(row).extend({ total: z.number().nullable() }),
  },
  'GET /api/v1/residents/facets': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'Areas, tenures and languages that residents have, with counts',
    response: z.object({
      areas: z.array(z.object({ code: z.string(), count: z.number() })),
      tenures: z.array(z.object({ code: z.string(), count: z.number() })),
      languages: z.array(z.object({ code: z.string(), count: z.number() })),
    }),
  },
  'GET /api/v1/residents/{id}': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'One resident: facts, permissions, groups, and the sentence on a wave',
    params: idParams,
    query: z.object({ wave: z.uuid().optional() }),
    response: row.extend({
      title: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      preferredChannel: channel.nullable(),
      age: z.number().nullable(),
      demo: z.boolean(),
      sharesPhoneWith: z.array(z.object({ id: z.uuid(), name: z.string() })),
      groups: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), from: day })),
      stops: z.array(z.object({ sentence: z.string(), at: instant })),
      waves: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** Why she got nothing (or what she got) in the chosen wave, and the button that mends it. */
      why: z
        .object({
          waveId: z.uuid(),
          waveName: z.string(),
          sentence: z.string(),
          action: z.object({ label: z.string(), kind: z.string(), id: z.string().nullable() }).nullable(),
        })
        .nullable(),
      doNotContact: z.boolean(),
      /** Every purpose by every way; `said` is null where nobody said anything and the rule for all stands. */
      permissions: z.array(
        z.object({
          purpose: z.enum(purposes),
          channel: z.enum(stepChannels),
          allowed: z.boolean(),
          said: z.object({ at: instant, by: z.string(), how: z.string() }).nullable(),
        }),
      ),
      topics: z.array(z.string()),
      comfortLevel: z.number().nullable(),
    }),
  },
  'GET /api/v1/residents/{id}/timeline': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'What happened between a resident and us, newest first; never what they answered',
    params: idParams,
    query: pageQuery.extend({ kind: z.enum(entryKinds).optional(), wave: z.uuid().optional() }),
    response: page(entry),
  },
  'PUT /api/v1/residents/{id}/permissions': {
    who: fieldStaff,
    scope: 'residents:write',
    summary: 'Keep what a resident allows of one purpose and one way, and how they said it',
    params: idParams,
    body: z.object({
      purpose: z.enum(purposes),
      channel: z.enum(stepChannels),
      allowed: z.boolean(),
      how: z.enum(permissionWays),
    }),
    response: done,
  },
  'POST /api/v1/residents/{id}/calls': {
    who: fieldStaff,
    scope: 'residents:write',
    summary: 'Write down a call with a resident',
    params: idParams,
    body: z.object({ outcome: z.enum(callOutcomeCodes), note: z.string().trim().max(2000).default('') }),
    response: created,
  },
  'PATCH /api/v1/residents/{id}': {
    who: fieldStaff,
    scope: 'residents:write',
    summary: 'Change how we reach a resident; audited',
    params: idParams,
    body: z.object({
      language: language.optional(),
      format: format.optional(),
      preferredChannel: channel.nullable().optional(),
      status: z.enum(['current', 'moved', 'died']).optional(),
      phone: z.string().max(40).nullable().optional(),
      email: z.email().nullable().optional(),
    }),
    response: done,
  },
  'POST /api/v1/residents/{id}/do-not-contact': {
    who: fieldStaff,
    scope: 'residents:write',
    summary: 'Put a resident on the do-not-contact list, with a reason',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: done,
  },
  'DELETE /api/v1/residents/{id}/do-not-contact': {
    who: fieldStaff,
    scope: 'residents:write',
    summary: 'Take a resident off the do-not-contact list',
    params: idParams,
    response: done,
  },
});
