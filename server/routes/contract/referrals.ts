import { z } from 'zod';
import { topics } from '../../../surveys/groups/interests.ts';
import { referralOutcomes } from '../../../surveys/groups/referral.ts';
import { created, done, everyone, fieldStaff } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';
import { comfortLevel, topic } from './interests.ts';

const outcome = z.enum(referralOutcomes);
const mine = z.object({
  id: z.uuid(),
  name: z.string(),
  topics: z.array(topic),
  words: z.string(),
  createdAt: instant,
  outcome: outcome.nullable(),
  outcomeNote: z.string(),
  groupName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
});
const referral = mine.extend({
  residentId: z.uuid(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  comfortLevel,
  byName: z.string(),
});

export const referrals = define({
  'GET /api/v1/referrals': {
    who: fieldStaff,
    scope: 'referrals:read',
    summary: 'Residents whom colleagues referred, newest first',
    query: pageQuery.extend({ state: z.enum(['open', 'decided']).optional() }),
    response: page(referral),
  },
  'GET /api/v1/referrals/mine': {
    who: everyone,
    scope: 'referrals:write',
    summary: 'Whom you referred, and what came of it',
    query: pageQuery,
    response: page(mine),
  },
  'GET /api/v1/referrals/find': {
    who: everyone,
    scope: 'referrals:write',
    summary: 'Find a resident to refer: name and address only',
    query: z.object({ q: z.string().trim().min(3).max(100) }),
    response: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string() })) }),
  },
  'POST /api/v1/referrals': {
    who: everyone,
    scope: 'referrals:write',
    summary: 'Refer a resident who would like to take part and agreed to be rung about it',
    body: z.object({
      residentId: z.uuid(),
      topics: z.array(topic).max(topics.length).default([]),
      comfortLevel: comfortLevel.default(null),
      words: z.string().trim().max(2000).default(''),
      consent: z.literal(true),
    }),
    response: created,
  },
  'POST /api/v1/referrals/{id}/outcome': {
    who: fieldStaff,
    scope: 'referrals:decide',
    summary: 'Say what came of a referral; whoever made it is told',
    params: idParams,
    body: z.object({
      outcome,
      note: z.string().trim().max(500).default(''),
      groupId: z.uuid().nullable().default(null),
    }),
    response: done,
  },
});
