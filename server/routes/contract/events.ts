import { z } from 'zod';
import { balanceFields, eventKinds, eventPlan, replies, replyModes } from '../../../surveys/groups/event.ts';
import { leftOutReasons } from '../../../surveys/groups/pool.ts';
import { channel, created, day, done, fieldStaff } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .or(z.literal(''));
const purpose = z.enum(['service', 'research']);
const reply = z.enum(replies);
const mode = z.enum(replyModes);

const event = z.object({
  id: z.uuid(),
  kind: z.enum(eventKinds),
  groupId: z.uuid().nullable(),
  groupName: z.string().nullable(),
  title: z.string(),
  about: z.string(),
  heldOn: day.nullable(),
  startsAt: z.string(),
  place: z.string(),
  replyBy: day,
  purpose,
  createdAt: instant,
  createdBy: z.string(),
  sentAt: instant.nullable(),
  calledOffAt: instant.nullable(),
});
const person = z.object({
  id: z.uuid(),
  residentId: z.uuid().nullable(),
  name: z.string(),
  address: z.string(),
  role: z.enum(['drawn', 'reserve']),
  /** Values of the fields the draw is balanced by, in the order of `plan.balance`. */
  values: z.array(z.string()),
  place: z.number(),
  way: channel.nullable(),
  accessNeeds: z.array(z.string()),
  invitedAt: instant.nullable(),
  status: z.string().nullable(),
  channel: channel.nullable(),
  reply: reply.nullable(),
  repliedAt: instant.nullable(),
  replyMode: mode.nullable(),
  replyBy: z.string().nullable(),
  replaced: z.boolean(),
  /** Set where the next reserve can be asked in their place. */
  next: z.object({ sameCell: z.boolean() }).nullable(),
});
const cell = z.object({
  values: z.array(z.string()),
  share: z.number(),
  pool: z.number(),
  drawn: z.number(),
  reserves: z.number(),
});
const plan = eventPlan.refine(
  ({ chosen, balance }) => chosen === null || balance.includes(chosen.field),
  'A chosen balance must be of a field the draw is balanced by.',
);

export const events = define({
  'GET /api/v1/events': {
    who: fieldStaff,
    scope: 'events:read',
    summary: 'Invitations to focus groups and into groups, newest first',
    query: pageQuery.extend({ group: z.uuid().optional() }),
    response: page(event.extend({ invited: z.number(), yes: z.number(), no: z.number(), maybe: z.number() })),
  },
  'POST /api/v1/events': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Plan an invitation and draw whom to ask; nothing is sent',
    body: z.object({
      kind: z.enum(eventKinds),
      groupId: z.uuid().nullable().default(null),
      title: z.string().trim().min(1).max(120),
      about: z.string().trim().max(1000).default(''),
      heldOn: day.nullable().default(null),
      startsAt: time.default(''),
      place: z.string().trim().max(200).default(''),
      replyBy: day,
      purpose: purpose.default('service'),
      plan,
    }),
    response: created,
  },
  'GET /api/v1/events/{id}': {
    who: fieldStaff,
    scope: 'events:read',
    summary: 'One invitation: the draw by cell, who was left out and why, and what people said',
    params: idParams,
    response: event.extend({
      plan: z.object({
        places: z.number(),
        reserves: z.number(),
        balance: z.array(z.enum(balanceFields)),
        restDays: z.number(),
      }),
      seed: z.string(),
      pool: z.number(),
      checks: z.array(z.string()),
      over: z.boolean(),
      leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), count: z.number() })),
      cells: z.array(cell),
      people: z.array(person),
      reservesLeft: z.number(),
    }),
  },
  'DELETE /api/v1/events/{id}': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Throw an invitation away that was not sent',
    params: idParams,
    response: done,
  },
  'POST /api/v1/events/{id}/draw': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Draw again under a new seed, until it is sent',
    params: idParams,
    response: done,
  },
  'GET /api/v1/events/{id}/draw': {
    who: fieldStaff,
    scope: 'events:read',
    summary: 'Draw once more from the seed that was kept, and say whether the same people come out',
    params: idParams,
    response: z.object({ seed: z.string(), pool: z.number(), whole: z.boolean(), same: z.boolean() }),
  },
  'POST /api/v1/events/{id}/send': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Send the invitations to everybody drawn by their way; once',
    params: idParams,
    response: z.object({ recipients: z.number() }),
  },
  'POST /api/v1/events/{id}/call-off': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Call it off: nothing more goes, and its page says so',
    params: idParams,
    response: done,
  },
  'POST /api/v1/events/{id}/people/{personId}/reply': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Type in a reply that came by telephone, letter or in person',
    params: z.object({ id: z.uuid(), personId: z.uuid() }),
    body: z.object({ reply, mode: z.enum(['telephone', 'post', 'in_person']) }),
    response: done,
  },
  'POST /api/v1/events/{id}/people/{personId}/next': {
    who: fieldStaff,
    scope: 'events:write',
    summary: 'Ask the next reserve in the place of somebody who cannot come',
    params: z.object({ id: z.uuid(), personId: z.uuid() }),
    response: created,
  },
});
