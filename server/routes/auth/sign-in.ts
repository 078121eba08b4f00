import { z } from 'zod';
import { anyone, limits, type RouteDef, route } from '../route.ts';
import { bodyOf, code, done, forOneself, mustBeOwn, password, sentBy } from './read.ts';

const credentials = z.object({ email: z.email().max(200), password });
const passwords = z.object({ current: password, next: z.string().min(12).max(128) });
const second = z.union([z.strictObject({ code }), z.strictObject({ recovery: z.string().min(6).max(40) })]);

/** Signing in, in one step or two, and out. */
export const signInRoutes: readonly RouteDef[] = [
  route({
    method: 'POST',
    path: '/api/auth/sign-in/email',
    who: anyone('this is how staff become known; tries are counted by address and by account'),
    limit: limits.small,
    async handle(c, deps) {
      const given = await bodyOf(c, deps, credentials);
      const { headers, needs } = await deps.auth.signIn(given, c.req.raw, c.get('address'));
      return done(c, headers, { needs });
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/sign-in/code',
    who: anyone('the second step of signing in, for whoever the first one gave a cookie; tries are counted'),
    limit: limits.small,
    async handle(c, deps) {
      const typed = await bodyOf(c, deps, second);
      return done(c, await deps.auth.twoStep.answer(sentBy(c), typed));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/sign-out',
    who: anyone('it ends the session of its own cookie and nothing else'),
    limit: limits.small,
    async handle(c, deps) {
      mustBeOwn(c, deps);
      return done(c, await deps.auth.signOut(c.req.raw));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/change-password',
    ...forOneself,
    async handle(c, deps) {
      const change = await bodyOf(c, deps, passwords);
      return done(c, await deps.auth.changePassword(c.req.raw, change));
    },
  }),
];
