import { z } from 'zod';
import { joinedBy, leaveReasons } from '../../../surveys/groups/members.ts';
import { day, done, fieldStaff } from './common.ts';
import { define, idParams, page, pageQuery } from './define.ts';

const memberParams = z.object({ id: z.uuid(), residentId: z.uuid() });

export const memberships = define({
  'GET /api/v1/groups/{id}/history': {
    who: fieldStaff,
    scope: 'groups:read',
    summary: 'Who was in a panel or group and left, with when and why',
    params: idParams,
    query: pageQuery,
    response: page(
      z.object({
        residentId: z.uuid(),
        name: z.string(),
        from: day,
        to: day,
        reason: z.enum(leaveReasons).nullable(),
        note: z.string().nullable(),
        joinedBy: z.enum(joinedBy),
      }),
    ),
  },
  'POST /api/v1/groups/{id}/members/{residentId}/leave': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'A resident leaves, with why and from when; what they said stays',
    params: memberParams,
    body: z.object({
      reason: z.enum(leaveReasons),
      note: z.string().trim().max(500).default(''),
      on: day.nullable().default(null),
    }),
    response: done,
  },
  'POST /api/v1/groups/{id}/members/{residentId}/pause': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'No papers and no invitations until a day; null ends the pause. The membership stands',
    params: memberParams,
    body: z.object({ until: day.nullable() }),
    response: done,
  },
  'PUT /api/v1/groups/{id}/members/{residentId}/term': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'When the term a member agreed to is over; null has no end',
    params: memberParams,
    body: z.object({ endsOn: day.nullable() }),
    response: done,
  },
});
