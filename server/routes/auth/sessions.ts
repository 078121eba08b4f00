import { z } from 'zod';
import { deviceOf } from '../../auth/device.ts';
import { type RouteDef, route } from '../route.ts';
import { bodyOf, done, forOneself, mustBeOwn, readByOneself } from './read.ts';

/** One's own sessions: where one is signed in, and out of it. */
export const sessionRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/api/auth/sessions',
    ...readByOneself,
    async handle(c, { auth }) {
      const found = await auth.sessions.list(c.req.raw);
      const items = found.map(({ userAgent, ...session }) => ({ ...session, device: deviceOf(userAgent) }));
      return done(c, null, { items });
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/sessions/end',
    ...forOneself,
    async handle(c, deps) {
      const { id } = await bodyOf(c, deps, z.object({ id: z.string().max(64) }));
      await deps.auth.sessions.end(c.req.raw, id);
      return done(c, null);
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/sessions/end-all',
    ...forOneself,
    async handle(c, deps) {
      mustBeOwn(c, deps);
      await deps.auth.sessions.endAll(c.req.raw);
      return done(c, null);
    },
  }),
];
