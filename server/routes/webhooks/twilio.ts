import { twilioVerifier } from '../../../channels/sms/twilio-signature.ts';
import { parseInbound, parseStatus, twiml } from '../../../channels/sms/webhooks.ts';
import { takeReceipt } from '../../actions/delivery/take-receipt.ts';
import { receiveText } from '../../actions/inbound/receive-text.ts';
import type { Deps } from '../../deps.ts';
import type { TwilioEnv } from '../../env.ts';
import { problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { waitForDatabase } from './patience.ts';

type Verify = ReturnType<typeof twilioVerifier>;
const verifiers = new WeakMap<TwilioEnv, Verify>();

function verifierOf({ env: { twilio } }: Deps): Verify {
  if (!twilio) throw problems.notSigned('Twilio is not connected here: TWILIO_ACCOUNT_SID is not set.');
  const verify = verifiers.get(twilio) ?? twilioVerifier(twilio.authToken);
  verifiers.set(twilio, verify);
  return verify;
}

/** The form Twilio posted, once its signature is found right for our public address. */
async function signedForm(c: AppContext, deps: Deps): Promise<URLSearchParams> {
  const verify = verifierOf(deps);
  const form = new URLSearchParams(await c.req.text());
  const { pathname, search } = new URL(c.req.url);
  const url = deps.env.publicUrl + pathname + search;
  if (await verify({ signature: c.req.header('x-twilio-signature') ?? null, url, form })) return form;
  throw problems.notSigned(
    `X-Twilio-Signature is missing, or not that of this account for ${url.split('?')[0]}. Check PUBLIC_URL and TWILIO_AUTH_TOKEN.`,
  );
}

const xml = (c: AppContext, body: string) =>
  c.body(body, 200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' });

async function takeText(c: AppContext, deps: Deps): Promise<Response> {
  const form = await signedForm(c, deps);
  const text = parseInbound(form);
  if (!text) throw problems.badInput([{ path: 'body', message: 'A text has MessageSid, From and To.' }]);
  const fields = Object.fromEntries(form);
  const { reply } = await waitForDatabase(() =>
    receiveText(deps, { ...text, fields, answeredByProvider: text.optOutType }),
  );
  return xml(c, twiml(reply));
}

async function takeStatus(c: AppContext, deps: Deps): Promise<Response> {
  const form = await signedForm(c, deps);
  const report = parseStatus(form, new URL(c.req.url).searchParams, deps.clock.now());
  if ('problem' in report) throw problems.badInput([{ path: 'body', message: report.problem }]);
  await waitForDatabase(() => takeReceipt(deps, 'twilio', report.receipt));
  return c.body(null, 204);
}

export const twilioRoutes: readonly RouteDef[] = [
  route({ method: 'POST', path: '/webhooks/twilio/messages', who: 'provider', limit: limits.small, handle: takeText }),
  route({ method: 'POST', path: '/webhooks/twilio/status', who: 'provider', limit: limits.small, handle: takeStatus }),
];
