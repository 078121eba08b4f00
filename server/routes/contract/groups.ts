import { z } from 'zod';
import { joinedBy } from '../../../surveys/groups/members.ts';
import { limits } from '../route.ts';
import { created, day, done, fieldStaff, format, language, pageFormat, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

const group = z.object({
  id: z.uuid(),
  kind: z.enum(['panel', 'halo']),
  name: z.string(),
  about: z.string(),
  members: z.number(),
});
const meeting = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  title: z.string(),
  heldOn: day,
  commentsBy: day,
  place: z.string(),
});
const item = z.object({ id: z.uuid(), number: z.number(), title: z.string(), summary: z.string() });
const paper = z.object({
  id: z.uuid(),
  agendaItemId: z.uuid().nullable(),
  kind: z.enum(['agenda', 'report', 'minutes']),
  title: z.string(),
  language,
  format,
  filename: z.string(),
  size: z.number(),
});
const comment = z.object({
  id: z.uuid(),
  agendaItemId: z.uuid().nullable(),
  who: z.string(),
  residentId: z.uuid().nullable(),
  mode: z.enum(['email', 'post', 'telephone', 'web', 'in_person']),
  words: z.string(),
  cut: z.string(),
  placed: z.enum(['sure', 'likely', 'unplaced', 'by_hand']),
  fromOtherAddress: z.boolean(),
  late: z.boolean(),
  receivedAt: instant,
  typedBy: z.string().nullable(),
  hiddenReason: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  hasOriginal: z.boolean(),
});
/** How much somebody does for us in the days that count. */
export const load = z.object({
  score: z.number(),
  light: z.enum(['green', 'amber', 'red']),
  papers: z.number(),
  surveys: z.number(),
  meetings: z.number(),
});
const meetingFields = z.object({
  title: z.string().trim().min(1).max(160),
  heldOn: day,
  commentsBy: day,
  place: z.string().trim().max(200).default(''),
  items: z
    .array(z.object({ title: z.string().trim().min(1).max(200), summary: z.string().trim().max(2000).default('') }))
    .max(30),
});

export const groups = define({
  'GET /api/v1/panels': {
    who: readers,
    scope: 'groups:read',
    summary: 'Panels',
    response: z.object({ items: z.array(group) }),
  },
  'GET /api/v1/groups': {
    who: readers,
    scope: 'groups:read',
    summary: 'Halo groups with their next and last meetings',
    response: z.object({ items: z.array(group.extend({ meetings: z.array(meeting) })) }),
  },
  'POST /api/v1/groups': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Make a panel or a halo group',
    body: z.object({
      kind: z.enum(['panel', 'halo']),
      name: z.string().trim().min(1).max(120),
      about: z.string().trim().max(1000).default(''),
    }),
    response: created,
  },
  'GET /api/v1/groups/{id}': {
    who: fieldStaff,
    scope: 'groups:read',
    summary: 'One panel or group with its members',
    params: idParams,
    response: group.extend({
      meetings: z.array(meeting),
      list: z.array(
        z.object({
          residentId: z.uuid(),
          name: z.string(),
          address: z.string(),
          language,
          format,
          way: z.string(),
          from: day,
          pausedUntil: day.nullable(),
          termEndsOn: day.nullable(),
          joinedBy: z.enum(joinedBy),
          load,
        }),
      ),
    }),
  },
  'POST /api/v1/groups/{id}/members': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Add a resident',
    params: idParams,
    body: z.object({ residentId: z.uuid(), termEndsOn: day.nullable().default(null) }),
    response: done,
  },
  'DELETE /api/v1/groups/{id}/members/{residentId}': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'A resident leaves; what they said stays',
    params: z.object({ id: z.uuid(), residentId: z.uuid() }),
    response: done,
  },
  'POST /api/v1/groups/{id}/meetings': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Plan a meeting with its agenda',
    params: idParams,
    body: meetingFields,
    response: created,
  },
  'GET /api/v1/meetings/{id}': {
    who: fieldStaff,
    scope: 'groups:read',
    summary: 'A meeting: pack, comments by item, answers, and how the sending went',
    params: idParams,
    response: meeting.extend({
      items: z.array(item),
      papers: z.array(paper),
      comments: z.array(comment),
      sent: z.object({
        at: instant.nullable(),
        recipients: z.number(),
        byChannel: z.array(z.object({ channel: z.string(), status: z.string(), count: z.number() })),
        commented: z.number(),
        notYet: z.array(z.object({ residentId: z.uuid(), name: z.string() })),
      }),
      members: z.array(z.object({ residentId: z.uuid(), name: z.string() })),
    }),
  },
  'PUT /api/v1/meetings/{id}': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Change a meeting and its agenda, until the pack is sent',
    params: idParams,
    body: meetingFields,
    response: done,
  },
  'POST /api/v1/meetings/{id}/papers': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Add a paper (PDF), its bytes as base64',
    params: idParams,
    body: z.object({
      agendaItemId: z.uuid().nullable().default(null),
      kind: z.enum(['agenda', 'report', 'minutes']),
      title: z.string().trim().min(1).max(200),
      language: language.default('en'),
      format: pageFormat.default('standard'),
      filename: z.string().trim().min(1).max(200),
      content: z.base64(),
    }),
    response: created,
    limit: limits.file,
  },
  'DELETE /api/v1/papers/{id}': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Remove a paper, until the pack is sent',
    params: idParams,
    response: done,
  },
  'GET /api/v1/papers/{id}/file': {
    who: fieldStaff,
    scope: 'groups:read',
    summary: 'The file of a paper, as an attachment',
    params: idParams,
    response: z.file().mime('application/pdf'),
  },
  'POST /api/v1/meetings/{id}/send': {
    who: fieldStaff,
    scope: 'groups:write',
    summary: 'Send the pack to every member by their way; once',
    params: idParams,
    response: z.object({ recipients: z.number() }),
  },
  'POST /api/v1/meetings/{id}/comments': {
    who: fieldStaff,
    scope: 'comments:write',
    summary: 'Type in a comment that came by telephone, letter or in person',
    params: idParams,
    body: z.object({
      residentId: z.uuid(),
      agendaItemId: z.uuid().nullable(),
      mode: z.enum(['post', 'telephone', 'in_person']),
      words: z.string().trim().min(1).max(20000),
    }),
    response: created,
  },
  'PATCH /api/v1/comments/{id}': {
    who: fieldStaff,
    scope: 'comments:write',
    summary: 'Move a comment to another item, mend its words from the original, or hide them with a reason',
    params: idParams,
    body: z.object({
      agendaItemId: z.uuid().nullable().optional(),
      words: z.string().trim().min(1).max(20000).optional(),
      hiddenReason: z.string().trim().max(300).nullable().optional(),
    }),
    response: done,
  },
  'POST /api/v1/comments/answer': {
    who: fieldStaff,
    scope: 'comments:write',
    summary: 'Mark the answer given; one answer may serve many comments',
    body: z.object({ ids: z.array(z.uuid()).min(1), answer: z.string().trim().min(1).max(10000) }),
    response: done,
  },
  'GET /api/v1/comments/{id}/original': {
    who: fieldStaff,
    scope: 'comments:read',
    summary: 'The whole message a comment came from',
    params: idParams,
    response: z.object({ from: z.string(), subject: z.string().nullable(), body: z.string(), receivedAt: instant }),
  },
  'GET /api/v1/outcomes': {
    who: readers,
    scope: 'outcomes:read',
    summary: 'You said, we did',
    response: z.object({
      items: z.array(
        z.object({ id: z.uuid(), youSaid: z.string(), weDid: z.string(), publishedAt: instant.nullable() }),
      ),
    }),
  },
  'POST /api/v1/outcomes': {
    who: fieldStaff,
    scope: 'outcomes:write',
    summary: 'Say what changed; published at once when publish is true',
    body: z.object({
      youSaid: z.string().trim().min(1).max(1000),
      weDid: z.string().trim().min(1).max(2000),
      publish: z.boolean().default(false),
    }),
    response: created,
  },
});
