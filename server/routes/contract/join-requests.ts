import { z } from 'zod';
import { done, fieldStaff, language } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';
import { comfortLevel, topic } from './interests.ts';

const note = z.string().trim().max(500).default('');
const request = z.object({
  id: z.uuid(),
  name: z.string(),
  channel: z.enum(['sms', 'email']),
  address: z.string(),
  postcode: z.string(),
  topics: z.array(topic),
  comfortLevel,
  language,
  createdAt: instant,
  confirmedAt: instant,
  outcome: z.enum(['matched', 'declined']).nullable(),
  residentId: z.uuid().nullable(),
  residentName: z.string().nullable(),
  groupName: z.string().nullable(),
  note: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  /** Residents they may be: whose number or email it is, or of that name at that postcode. */
  matches: z.array(z.object({ residentId: z.uuid(), name: z.string(), address: z.string(), byAddress: z.boolean() })),
});

export const joinRequests = define({
  'GET /api/v1/join-requests': {
    who: fieldStaff,
    scope: 'join-requests:read',
    summary: 'People who put themselves forward and confirmed it, newest first',
    query: pageQuery.extend({ state: z.enum(['open', 'decided']).default('open') }),
    response: page(request),
  },
  'POST /api/v1/join-requests/{id}/match': {
    who: fieldStaff,
    scope: 'join-requests:write',
    summary: 'Say which resident it is: their interests are kept, and they join a group where one is given',
    params: idParams,
    body: z.object({ residentId: z.uuid(), groupId: z.uuid().nullable().default(null), note }),
    response: done,
  },
  'POST /api/v1/join-requests/{id}/decline': {
    who: fieldStaff,
    scope: 'join-requests:write',
    summary: 'Decline kindly; they are told',
    params: idParams,
    body: z.object({ note }),
    response: done,
  },
});
