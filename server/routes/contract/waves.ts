import { z } from 'zod';
import { audience } from '../../../surveys/fieldwork/audience.ts';
import { stepChannels } from '../../../surveys/fieldwork/channel.ts';
import { purposes } from '../../../surveys/fieldwork/permission.ts';
import { contactPlan } from '../../../surveys/fieldwork/plan.ts';
import { sampling } from '../../../surveys/fieldwork/sampling-design.ts';
import {
  channel,
  check,
  count,
  created,
  day,
  done,
  everyone,
  fieldStaff,
  format,
  language,
  readers,
} from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const status = z.enum(['draft', 'open', 'paused', 'closed']);
export const purpose = z.enum(purposes);

/** A wave in a list. */
export const summary = z.object({
  id: z.uuid(),
  name: z.string(),
  campaign: z.string(),
  campaignId: z.uuid(),
  purpose,
  status,
  opensOn: day,
  closesOn: day,
  asked: z.number(),
  answered: z.number(),
  /** Half-width of the 95% interval at 50%, in points; null before anybody answered. */
  margin: z.number().nullable(),
  /** Pence. */
  cost: z.number(),
});

const plan = z.object({
  name: z.string().trim().min(1).max(160),
  campaignId: z.uuid(),
  questionnaireId: z.uuid(),
  audience,
  plan: contactPlan,
  sampleSize: z.number().int().min(1).nullable(),
  /** How they are drawn; null is by the size alone, which a design given here replaces. */
  sampling: sampling.nullable().default(null),
  opensOn: day,
  closesOn: day,
  resultsOn: day.nullable().default(null),
  actionOn: day.nullable().default(null),
});

export const waves = define({
  'GET /api/v1/waves': {
    who: readers,
    scope: 'waves:read',
    summary: 'Waves, running first, then drafts, then closed',
    response: z.object({ items: z.array(summary) }),
  },
  'POST /api/v1/waves': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Plan a wave, or clone one with a fresh sample',
    body: z.union([
      plan,
      z.object({ like: z.uuid(), name: z.string().trim().min(1).max(160), opensOn: day, closesOn: day }),
    ]),
    response: created,
  },
  'GET /api/v1/waves/{id}': {
    who: readers,
    scope: 'waves:read',
    summary: 'A wave and its plan',
    params: idParams,
    response: summary.extend({
      questionnaireId: z.uuid().nullable(),
      questionnaireName: z.string(),
      version: z.number().nullable(),
      audience,
      audienceSentence: z.string(),
      samplingSentence: z.string(),
      plan: contactPlan,
      planSentences: z.array(z.string()),
      sampleSize: z.number().nullable(),
      sampling: sampling.nullable(),
      resultsOn: day.nullable(),
      actionOn: day.nullable(),
      plannedBy: z.string(),
      launchedAt: instant.nullable(),
      launchedBy: z.string().nullable(),
      closedAt: instant.nullable(),
      /** The launch can be taken back, and when the first message is to leave; null once anything went out. */
      takeBack: z.object({ firstAt: instant.nullable() }).nullable(),
      approvals: z.array(z.string()),
      quorum: z.number(),
      day: z.number(),
      days: z.number(),
    }),
  },
  'PUT /api/v1/waves/{id}': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Change the plan of a wave that is not launched',
    params: idParams,
    body: plan,
    response: done,
  },
  'DELETE /api/v1/waves/{id}': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Throw away a plan that was never launched',
    params: idParams,
    response: done,
  },
  'GET /api/v1/waves/{id}/check': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'Before launch: who is in and out and why, by which way, at what cost, what stops it',
    params: idParams,
    response: z.object({
      population: z.number(),
      eligible: z.number(),
      asked: z.number(),
      out: z.array(count),
      ways: z.array(z.object({ channel: z.enum(stepChannels), language, format, count: z.number() })),
      cost: z.array(
        z.object({
          channel: z.enum(stepChannels),
          language,
          pence: z.number(),
          each: z.number().nullable(),
          /** False where nobody has set what one costs: then it is not in the sum. */
          priced: z.boolean(),
        }),
      ),
      /** The groups of the design, where people are grouped before the draw. */
      strata: z.array(z.object({ name: z.string(), eligible: z.number(), asked: z.number() })),
      expected: z.number(),
      /** Share of those asked who are likely to answer, and the wave it is taken from; null is what landlords see. */
      rate: z.number(),
      rateFrom: z.string().nullable(),
      margin: z.number().nullable(),
      /** Widest margin the regulator allows for so many, in points. */
      allowed: z.number().nullable(),
      needed: z.array(
        z.object({ points: z.number(), answers: z.number(), ask: z.number().nullable(), rate: z.number() }),
      ),
      steps: z.array(
        z.object({
          meantFor: day,
          on: day,
          at: z.string().nullable(),
          moved: z.string().nullable(),
          /** Between which days its letters arrive if they are posted on the day meant; null where nothing goes by post. */
          arrives: z.object({ from: day, to: day }).nullable(),
        }),
      ),
      firstMessageAt: instant.nullable(),
      /** So long after the launch nothing leaves, and it can be taken back. */
      takeBackMinutes: z.number(),
      checks: z.array(check),
    }),
  },
  'GET /api/v1/waves/{id}/check/people': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'The people behind a number of the plan: those left out for a reason, or those who may be asked',
    params: idParams,
    query: pageQuery.extend({ reason: z.string().max(60).optional() }),
    response: page(z.object({ residentId: z.uuid(), name: z.string(), address: z.string() })),
  },
  'GET /api/v1/waves/{id}/samples': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'A real filled message for the nth person, as each step would send it',
    params: idParams,
    query: z.object({ person: z.coerce.number().int().min(0).default(0) }),
    response: z.object({
      people: z.number(),
      name: z.string(),
      sentence: z.string(),
      messages: z.array(
        z.object({
          step: z.number(),
          channel,
          language,
          format,
          subject: z.string().nullable(),
          words: z.string(),
          html: z.string().nullable(),
          segments: z.number().nullable(),
        }),
      ),
    }),
  },
  'POST /api/v1/waves/{id}/approve': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'A second person approves the launch',
    params: idParams,
    response: done,
  },
  'POST /api/v1/waves/{id}/launch': {
    who: fieldStaff,
    scope: 'waves:launch',
    summary: 'Freeze the list, draw the sample, write invitations; refused with what stops it',
    params: idParams,
    response: z.object({ asked: z.number() }),
  },
  'POST /api/v1/waves/{id}/pause': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Stop sending; answers are still taken',
    params: idParams,
    response: done,
  },
  'POST /api/v1/waves/{id}/resume': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Go on sending',
    params: idParams,
    response: done,
  },
  'POST /api/v1/waves/{id}/extend': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Close later',
    params: idParams,
    body: z.object({ closesOn: day }),
    response: done,
  },
  'POST /api/v1/waves/{id}/close': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Close now; late answers are kept and thanked',
    params: idParams,
    response: done,
  },
  'GET /api/v1/plans/default': {
    who: everyone,
    scope: 'waves:read',
    summary: 'The contact plan to start from',
    response: contactPlan,
  },
});
