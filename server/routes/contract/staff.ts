import { z } from 'zod';
import { administrators, done } from './common.ts';
import { define, instant } from './define.ts';

const role = z.enum(['officer', 'analyst', 'interviewer', 'administrator']);

const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Empty for somebody who was removed. */
  roles: z.array(z.string()),
  demo: z.boolean(),
  /** Their second step is on. */
  twoStep: z.boolean(),
  /** They sign in by the organisation's own accounts too. */
  linked: z.boolean(),
  /** They have not chosen a password of their own yet. */
  mustChangePassword: z.boolean(),
  /** May search what residents wrote in their own words. */
  readsFreeText: z.boolean(),
  /** May see what residents say of themselves. */
  seesProfiles: z.boolean(),
  lastSeenAt: instant.nullable(),
});

const key = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

const grants = z
  .object({ readsFreeText: z.boolean().optional(), seesProfiles: z.boolean().optional() })
  .refine((given) => Object.values(given).some((one) => one !== undefined), 'Say what to give or to take.');
const ofAccount = z.object({ id: z.string().max(64) });
/** Shown this once. */
const shown = z.object({ password: z.string() });

export const staff = define({
  'GET /api/v1/accounts': {
    who: administrators,
    scope: 'staff:read',
    summary: 'Staff accounts',
    response: z.object({ items: z.array(account) }),
  },
  'POST /api/v1/accounts': {
    who: administrators,
    scope: 'staff:write',
    summary: 'Add a member of staff; their first password is shown this once, and they change it when they sign in',
    body: z.object({ name: z.string().trim().min(1).max(120), email: z.email().max(200), roles: z.array(role).min(1) }),
    response: shown.extend({ id: z.string() }),
  },
  'PATCH /api/v1/accounts/{id}': {
    who: administrators,
    scope: 'staff:write',
    summary: 'Change what a member of staff may do; signs them out everywhere',
    params: ofAccount,
    body: z.object({ roles: z.array(role).min(1) }),
    response: done,
  },
  'PUT /api/v1/accounts/{id}/grants': {
    who: administrators,
    scope: 'staff:write',
    summary:
      'Give or take what no role has: own words and photos of residents, and what they say of themselves; what is left out stays; audited',
    params: ofAccount,
    body: grants,
    response: done,
  },
  'GET /api/v1/accounts/{id}/leaving': {
    who: administrators,
    scope: 'staff:read',
    summary: 'What happens when a member of staff is removed: what ends, and what passes to whom',
    params: ofAccount,
    response: z.object({
      sessions: z.number(),
      /** Keys they made, which go on working and are the administrators' to revoke. */
      keys: z.array(z.string()),
      /** Who looks after them from then on. */
      administrators: z.array(z.string()),
    }),
  },
  'DELETE /api/v1/accounts/{id}': {
    who: administrators,
    scope: 'staff:write',
    summary:
      'Remove a member of staff: every session and every way in ends at once; what they did stays under their name',
    params: ofAccount,
    response: done,
  },
  'POST /api/v1/accounts/{id}/sign-out': {
    who: administrators,
    scope: 'staff:write',
    summary: 'Sign a member of staff out everywhere',
    params: ofAccount,
    response: z.object({ count: z.number() }),
  },
  'POST /api/v1/accounts/{id}/password': {
    who: administrators,
    scope: 'staff:write',
    summary: 'Give a member of staff a new first password, shown this once; signs them out everywhere',
    params: ofAccount,
    response: shown,
  },
  'DELETE /api/v1/accounts/{id}/two-step': {
    who: administrators,
    scope: 'staff:write',
    summary: 'Take away the second step of somebody who lost their phone; signs them out everywhere',
    params: ofAccount,
    response: done,
  },
  'GET /api/v1/keys': {
    who: administrators,
    scope: 'keys:read',
    summary: 'API keys, never the secret',
    response: z.object({
      items: z.array(key),
      /** Scopes that whoever asks may give, in groups of those whose work they are. */
      groups: z.array(z.object({ roles: z.array(role), scopes: z.array(z.string()) })),
    }),
  },
  'POST /api/v1/keys': {
    who: administrators,
    scope: 'keys:write',
    summary: 'Make a key with scopes that its maker has too; the secret is shown this once',
    body: z.object({
      name: z.string().trim().min(1).max(120),
      scopes: z.array(z.string()).min(1),
      /** The last day on which it works. */
      expiresOn: z.iso.date().nullish(),
    }),
    response: z.object({ id: z.uuid(), secret: z.string() }),
  },
  'DELETE /api/v1/keys/{id}': {
    who: administrators,
    scope: 'keys:write',
    summary: 'Revoke a key at once',
    params: z.object({ id: z.uuid() }),
    response: done,
  },
});
