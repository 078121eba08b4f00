import type { Problem } from '../../problem.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from '../route.ts';
import { done, mustBeOwn, sentBy } from './read.ts';

/** Somebody at a browser: back to the sign-in page, which tells the code in words. */
const backToDoor = ({ code }: Problem, c: AppContext) => c.redirect(`/console?refused=${code}`, 303);

/** Signing in by the organisation's own accounts. */
export const providerRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/api/auth/ways',
    who: anyone('the sign-in page asks which buttons to show'),
    limit: limits.none,
    handle: (c, { auth }) => done(c, null, { provider: auth.provider.name }),
  }),
  route({
    method: 'POST',
    path: '/api/auth/oidc',
    who: anyone('this is how staff become known: it says where the browser goes to sign in'),
    limit: limits.small,
    async handle(c, deps) {
      mustBeOwn(c, deps);
      const { url, headers } = await deps.auth.provider.start(sentBy(c));
      return done(c, headers, { url });
    },
  }),
  route({
    method: 'GET',
    path: '/api/auth/oidc/callback',
    who: anyone('the provider sends the browser back here; it is checked by state, cookie, code and nonce'),
    limit: limits.none,
    tell: backToDoor,
    async handle(c, { auth }) {
      const headers = await auth.provider.finish(c.req.raw);
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      c.header('cache-control', 'no-store');
      return c.redirect('/console', 303);
    },
  }),
];
