import { sameSecret } from '../../../channels/bytes.ts';
import { readEvents } from '../../../channels/email/sendgrid-events.ts';
import { readInboundParse } from '../../../channels/email/sendgrid-inbound.ts';
import { SIGNATURE_HEADER, sendgridVerifier, TIMESTAMP_HEADER } from '../../../channels/email/sendgrid-signature.ts';
import { applyReceipts } from '../../actions/delivery/receipts.ts';
import { receiveMail } from '../../actions/inbound/receive-email.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { waitForDatabase } from './patience.ts';

const bodyOf = async (c: AppContext) => new Uint8Array(await c.req.arrayBuffer());

/** True when SendGrid signed these very bytes with the key of this webhook. */
async function isSigned(c: AppContext, publicKey: string, body: Uint8Array): Promise<boolean> {
  const verify = await sendgridVerifier(publicKey);
  const signature = c.req.header(SIGNATURE_HEADER) ?? null;
  return verify({ signature, timestamp: c.req.header(TIMESTAMP_HEADER) ?? null, body });
}

async function takeEvents(c: AppContext, deps: Deps): Promise<Response> {
  const key = deps.env.sendgrid?.webhookPublicKey;
  if (!key) throw problems.notSigned('SENDGRID_WEBHOOK_PUBLIC_KEY is not set, so no report can be believed.');
  const body = await bodyOf(c);
  if (!(await isSigned(c, key, body))) throw problems.notSigned(`${SIGNATURE_HEADER} is missing or not right.`);
  const batch = readEvents(new TextDecoder().decode(body));
  if (!batch) throw problems.badInput([{ path: 'body', message: 'A batch is a JSON list of events.' }]);
  if (batch.unknown.length > 0) deps.log.warn('sendgrid_events_unknown', { count: batch.unknown.length });
  await waitForDatabase(() => applyReceipts(deps, 'sendgrid', batch.receipts));
  return c.body(null, 204);
}

/** A signature over the bytes, or the long secret in the address that SendGrid was given. */
async function mayBring(c: AppContext, { env }: Deps, body: Uint8Array): Promise<boolean> {
  const given = c.req.query('secret');
  if (env.inboundEmailSecret && given !== undefined) return sameSecret(given, env.inboundEmailSecret);
  return env.sendgridInboundPublicKey !== null && isSigned(c, env.sendgridInboundPublicKey, body);
}

async function takeMail(c: AppContext, deps: Deps): Promise<Response> {
  const body = await bodyOf(c);
  if (!(await mayBring(c, deps, body)))
    throw problems.notSigned(
      'Mail is taken here with a signature (SENDGRID_INBOUND_PUBLIC_KEY) or ?secret= (INBOUND_EMAIL_SECRET).',
    );
  const parsed = await readInboundParse(body, c.req.header('content-type') ?? '', deps.clock.now());
  if (!parsed) throw problems.badInput([{ path: 'body', message: 'This is not the form of an Inbound Parse.' }]);
  await waitForDatabase(() => receiveMail(deps, { provider: 'sendgrid', ...parsed }));
  return c.body(null, 204);
}

export const sendgridRoutes: readonly RouteDef[] = [
  route({
    method: 'POST',
    path: '/webhooks/sendgrid/events',
    who: 'provider',
    limit: limits.medium,
    handle: takeEvents,
  }),
  route({ method: 'POST', path: '/webhooks/sendgrid/inbound', who: 'provider', limit: limits.file, handle: takeMail }),
];
