import { z } from 'zod';
import { channel, done, everyone } from './common.ts';
import { define, instant, page, pageQuery } from './define.ts';

const message = z.object({
  id: z.uuid(),
  channel,
  to: z.string(),
  language: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  html: z.string().nullable(),
  replyTo: z.string().nullable(),
  at: instant,
});

/** The practice inbox and phone: only where a channel is the sandbox. */
export const practice = define({
  'GET /api/v1/practice/messages': {
    who: everyone,
    scope: 'practice:read',
    summary: 'What residents were sent, newest first',
    query: pageQuery.extend({ channel: channel.optional(), q: z.string().max(120).optional() }),
    response: page(message),
  },
  'GET /api/v1/practice/phones': {
    who: everyone,
    scope: 'practice:read',
    summary: 'Numbers that have had texts, newest first',
    query: z.object({ q: z.string().max(40).optional() }),
    response: z.object({ items: z.array(z.object({ number: z.string(), last: z.string(), at: instant })) }),
  },
  'GET /api/v1/practice/phones/{number}': {
    who: everyone,
    scope: 'practice:read',
    summary: 'The conversation of one number, both ways, oldest first',
    params: z.object({ number: z.string().max(20) }),
    response: z.object({
      items: z.array(z.object({ id: z.string(), mine: z.boolean(), body: z.string(), at: instant })),
    }),
  },
  'POST /api/v1/practice/texts': {
    who: everyone,
    scope: 'practice:write',
    summary: 'Text as a resident: goes in by the same way as a real text',
    body: z.object({ from: z.string().max(20), body: z.string().max(1600) }),
    response: z.object({ reply: z.string().nullable() }),
  },
  'POST /api/v1/practice/emails': {
    who: everyone,
    scope: 'practice:write',
    summary: 'Reply to a practice email as its resident: goes in as raw mail by the same way as a real one',
    body: z.object({ messageId: z.uuid(), words: z.string().max(20000) }),
    response: done,
  },
});
