import { sameSecret } from '../../../channels/bytes.ts';
import { receiveEmail } from '../../actions/inbound/receive-email.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { waitForDatabase } from './patience.ts';

/** Takes a mail as it travelled, from a mail server that was given the secret. */
async function takeRawMail(c: AppContext, deps: Deps): Promise<Response> {
  const { inboundEmailSecret } = deps.env;
  if (!inboundEmailSecret) throw problems.notSigned('INBOUND_EMAIL_SECRET is not set, so no mail is taken here.');
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (!sameSecret(given, inboundEmailSecret))
    throw problems.notSigned('Send the secret: Authorization: Bearer INBOUND_EMAIL_SECRET.');
  const raw = new Uint8Array(await c.req.arrayBuffer());
  if (raw.length === 0) throw problems.badInput([{ path: 'body', message: 'Send the whole mail as it travelled.' }]);
  const envelopeTo = c.req.header('x-envelope-to')?.split(',');
  await waitForDatabase(() => receiveEmail(deps, { provider: 'email', raw, envelopeTo }));
  return c.body(null, 204);
}

export const emailRoutes: readonly RouteDef[] = [
  route({ method: 'POST', path: '/webhooks/email', who: 'provider', limit: limits.file, handle: takeRawMail }),
];
