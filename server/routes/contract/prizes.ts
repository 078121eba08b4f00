import { z } from 'zod';
import { day, done, fieldStaff } from './common.ts';
import { define, idParams, instant } from './define.ts';

const prize = z.object({
  /** What can be won, in the landlord's own words. */
  prize: z.string().trim().min(1).max(200),
  terms: z.string().trim().max(2000),
  winners: z.number().int().min(1).max(100),
  reserves: z.number().int().min(0).max(100),
  closesOn: day,
});

export const prizes = define({
  'GET /api/v1/waves/{id}/prize': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'The prize draw of a wave: what can be won, how many are in it, who won',
    params: idParams,
    response: z.object({
      prize: prize
        .extend({
          /** Told once it is drawn; before that only its seal, the sha256 of it. */
          seed: z.string().nullable(),
          seal: z.string(),
          /** The first day it can be drawn on: the one after it closes. */
          drawFrom: day,
          setBy: z.string(),
          setAt: instant,
          drawnAt: instant.nullable(),
          drawnBy: z.string().nullable(),
          entrants: z.number().nullable(),
          listHash: z.string().nullable(),
        })
        .nullable(),
      /** Launched: nothing of it changes any more. */
      fixed: z.boolean(),
      anonymous: z.boolean(),
      /** Why it cannot be drawn now. */
      why: z.string().nullable(),
      counts: z.object({ takingPart: z.number(), entered: z.number(), leftOut: z.number() }).nullable(),
      /** Winners and reserves: at most 200. */
      people: z.array(
        z.object({
          id: z.uuid(),
          place: z.number(),
          role: z.enum(['winner', 'reserve']),
          residentId: z.uuid().nullable(),
          name: z.string(),
          address: z.string(),
          toldAt: instant.nullable(),
          status: z.string().nullable(),
          missedAt: instant.nullable(),
          missedWhy: z.string().nullable(),
        }),
      ),
    }),
  },
  'PUT /api/v1/waves/{id}/prize': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Set the prize before the launch',
    params: idParams,
    body: prize,
    response: done,
  },
  'DELETE /api/v1/waves/{id}/prize': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Take the prize back before the launch',
    params: idParams,
    response: done,
  },
  'POST /api/v1/waves/{id}/prize/entries': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Somebody entered, or asked to be left out, by letter or telephone; no answer is needed',
    params: idParams,
    body: z.object({ residentId: z.uuid(), leaveOut: z.boolean().default(false) }),
    response: done,
  },
  'POST /api/v1/waves/{id}/prize/draw': {
    who: fieldStaff,
    scope: 'waves:launch',
    summary: 'Draw, once, from the day after its own closing date; winners are told',
    params: idParams,
    response: z.object({ entrants: z.number(), winners: z.number() }),
  },
  'POST /api/v1/waves/{id}/prize/pass-on': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'A winner cannot be reached: the next reserve wins instead',
    params: idParams,
    body: z.object({ entryId: z.uuid(), why: z.string().trim().min(1).max(200) }),
    response: done,
  },
  'GET /api/v1/waves/{id}/prize/list': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'The seed and the list of entries, to draw it again by any tool; nobody stands in it by name',
    params: idParams,
    response: z.file().mime('text/plain'),
  },
});
