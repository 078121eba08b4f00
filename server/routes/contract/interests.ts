import { z } from 'zod';
import { availabilities, topics } from '../../../surveys/groups/interests.ts';
import { done, fieldStaff } from './common.ts';
import { define, instant, page, pageQuery } from './define.ts';

export const topic = z.enum(topics);
/** How far somebody would go: 1 from home, 2 a group for a while, 3 a standing group. */
export const comfortLevel = z.number().int().min(1).max(3).nullable();

const interested = z.object({
  residentId: z.uuid(),
  name: z.string(),
  area: z.string().nullable(),
  topics: z.array(topic),
  comfortLevel: z.number().nullable(),
  availability: z.array(z.string()),
  accessNeeds: z.array(z.string()),
  lastInvitedAt: instant.nullable(),
});
const params = z.object({ residentId: z.uuid() });

export const interests = define({
  'GET /api/v1/interests': {
    who: fieldStaff,
    scope: 'interests:read',
    summary: 'Who is interested in what, and how far they would go',
    query: pageQuery.extend({
      topic: topic.optional(),
      level: z.coerce.number().int().min(1).max(3).optional(),
      area: z.string().max(200).optional(),
    }),
    response: page(interested),
  },
  'GET /api/v1/interests/topics': {
    who: fieldStaff,
    scope: 'interests:read',
    summary: 'How many residents name each topic',
    response: z.object({ items: z.array(z.object({ topic, count: z.number() })) }),
  },
  'GET /api/v1/interests/{residentId}': {
    who: fieldStaff,
    scope: 'interests:read',
    summary: 'What one resident is interested in',
    params,
    response: interested,
  },
  'PUT /api/v1/interests/{residentId}': {
    who: fieldStaff,
    scope: 'interests:write',
    summary: 'Set what a resident is interested in, on their behalf',
    params,
    body: z.object({
      topics: z.array(topic).max(topics.length),
      comfortLevel,
      availability: z.array(z.enum(availabilities)).default([]),
    }),
    response: done,
  },
});
