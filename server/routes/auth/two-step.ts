import { z } from 'zod';
import { type RouteDef, route } from '../route.ts';
import { bodyOf, code, done, forOneself, password, readByOneself, sentBy } from './read.ts';

const withPassword = z.object({ password });
const withCode = z.object({ code });

/** One's own second step. */
export const twoStepRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/api/auth/two-step',
    ...readByOneself,
    handle: async (c, { auth }) => done(c, null, { ...(await auth.twoStep.state(c.req.raw)) }),
  }),
  route({
    method: 'POST',
    path: '/api/auth/two-step/set-up',
    ...forOneself,
    async handle(c, deps) {
      const given = await bodyOf(c, deps, withPassword);
      return done(c, null, await deps.auth.twoStep.setUp(sentBy(c), given.password));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/two-step/confirm',
    ...forOneself,
    async handle(c, deps) {
      const given = await bodyOf(c, deps, withCode);
      return done(c, await deps.auth.twoStep.confirm(sentBy(c), given.code));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/two-step/codes',
    ...forOneself,
    async handle(c, deps) {
      const given = await bodyOf(c, deps, withPassword);
      return done(c, null, { codes: await deps.auth.twoStep.newCodes(sentBy(c), given.password) });
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/two-step/turn-off',
    ...forOneself,
    async handle(c, deps) {
      const given = await bodyOf(c, deps, withPassword);
      return done(c, await deps.auth.twoStep.turnOff(sentBy(c), given.password));
    },
  }),
];
