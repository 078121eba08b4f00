import { z } from 'zod';
import { channel, everyone, readers } from './common.ts';
import { define, instant } from './define.ts';

const need = z.object({
  kind: z.enum([
    'urgent',
    'unknown',
    'print',
    'tray',
    'channel',
    'landlord',
    'approval',
    'pack',
    'stale',
    'codes',
    'people',
    'prize',
    'wave',
  ]),
  sentence: z.string(),
  link: z.string(),
  /** Words of the button, naming what it opens. */
  action: z.string(),
  since: instant.nullable(),
});

export const session = define({
  'GET /api/v1/me': {
    who: everyone,
    scope: 'me:read',
    evenHeld: true,
    summary: 'Who is signed in, and what the frame of every page needs to know',
    response: z.object({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.enum(['officer', 'analyst', 'interviewer', 'administrator'])),
      /** What must be done before anything else: choose a password, or set up a second step. */
      held: z.enum(['password', 'two_step']).nullable(),
      landlord: z.object({
        name: z.string(),
        shortName: z.string(),
        phone: z.string(),
        languages: z.array(z.string()),
        complete: z.boolean(),
      }),
      /** Channels behind which nothing leaves this machine. */
      practice: z.array(channel),
      /** The worst thing that is wrong now, in a sentence; null when nothing is. */
      banner: z.object({ level: z.enum(['fault', 'practice', 'print']), sentence: z.string() }).nullable(),
      trayCount: z.number(),
      /** May search what residents wrote in their own words. */
      readsFreeText: z.boolean(),
    }),
  },
  'GET /api/v1/home': {
    who: everyone,
    scope: 'home:read',
    summary: 'What needs me today, what is in the field, what did we learn',
    response: z.object({
      needs: z.array(need),
      field: z.array(
        z.object({
          waveId: z.uuid(),
          name: z.string(),
          day: z.number(),
          days: z.number(),
          answered: z.number(),
          asked: z.number(),
          closesOn: z.string(),
        }),
      ),
      /** One sentence of each of the newest closed waves, from disclosed results. */
      learned: z.array(z.object({ waveId: z.uuid(), name: z.string(), sentence: z.string() })),
      next: z.string().nullable(),
      /** Long work under way: imports of residents. */
      running: z.array(z.object({ id: z.uuid(), filename: z.string(), done: z.number(), rows: z.number() })),
    }),
  },
  'GET /api/v1/providers': {
    who: readers,
    scope: 'settings:read',
    summary: 'What is connected: each channel, its provider, whether it works and when it last sent',
    response: z.object({
      channels: z.array(
        z.object({
          channel,
          provider: z.string(),
          sandbox: z.boolean(),
          needs: z.array(z.string()),
          state: z.string(),
          lastSentAt: instant.nullable(),
        }),
      ),
      print: z.object({ seenAt: instant.nullable(), sentence: z.string() }),
    }),
  },
});
