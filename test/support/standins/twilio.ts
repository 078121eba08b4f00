import { createHmac, randomBytes } from 'node:crypto';
import { type Answer, type Asked, Faults, listen, Tally } from './server.ts';
import {
  type AcceptedText,
  faultAnswer,
  listPage,
  problem,
  refusalOf,
  type TwilioFault,
  toResource,
} from './twilio-rules.ts';

export interface TwilioOptions {
  accountSid?: string;
  authToken?: string;
  /** Our number, to which residents text. */
  from?: string;
  /** The time it writes on messages. */
  now?: () => Date;
  /** Called as soon as a text is taken, before that is said: the answer waits for it. */
  onTaken?: (text: AcceptedText) => void | Promise<void>;
  /** Sends its webhooks here instead of where PUBLIC_URL points; they are signed for the public address all the same. */
  appUrl?: string;
}

export interface TextFromPhone {
  from: string;
  body: string;
  /** Where the app listens and is known as; the webhook goes to `/webhooks/twilio/messages` there. */
  publicUrl: string;
  /** Send the very same message again: its MessageSid. */
  sid?: string;
  /** Further fields, such as OptOutType. */
  fields?: Record<string, string>;
}

export const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/** X-Twilio-Signature, worked out apart from the code under test. */
export function twilioSignature(authToken: string, url: string, form: Record<string, string>): string {
  const fields = Object.keys(form)
    .sort()
    .map((name) => name + form[name]);
  return createHmac('sha1', authToken)
    .update(url + fields.join(''), 'utf8')
    .digest('base64');
}

/** A stand-in for Twilio's Messages API over a real socket: it checks what Twilio would, and keeps what it took. */
export async function startTwilio(options: TwilioOptions = {}) {
  const accountSid = options.accountSid ?? sid('AC');
  const authToken = options.authToken ?? randomBytes(16).toString('hex');
  const from = options.from ?? '+447700900001';
  const now = options.now ?? (() => new Date());
  const faults = new Faults<TwilioFault>();
  const accepted: AcceptedText[] = [];
  const received: AcceptedText[] = [];
  const tally = new Tally();

  const create = async (form: URLSearchParams): Promise<Answer> => {
    const fault = faults.take();
    if (fault && fault !== 'lost' && fault !== 'slow' && fault !== '500 after') return faultAnswer(fault);
    const refusal = refusalOf(form);
    if (refusal) return refusal;
    const text = takeText(form, sid('SM'), now());
    accepted.push(text);
    tally.add(text.deliveryId);
    await options.onTaken?.(text);
    return fault ? faultAnswer(fault) : { status: 201, body: toResource(accountSid, text) };
  };
  const server = await listen((asked) => {
    if (!authorised(asked, accountSid, authToken)) return problem(401, 20003, 'Authenticate');
    if (asked.url.pathname !== `/2010-04-01/Accounts/${accountSid}/Messages.json`)
      return problem(404, 20404, 'Not found');
    if (asked.method === 'POST') return create(new URLSearchParams(asked.body.toString('utf8')));
    return listPage(accountSid, [...accepted, ...received], asked.url);
  });
  const post = (publicAddress: string, form: Record<string, string>) =>
    postSigned(publicAddress, form, authToken, options.appUrl);

  return {
    url: server.url,
    close: server.close,
    accountSid,
    authToken,
    from,
    settings: { accountSid, authToken, from, messagingServiceSid: null, baseUrl: server.url },
    /** Every text it took, in order. */
    accepted,
    countOf: tally.countOf,
    doubled: tally.doubled,
    /** The next `times` sends go wrong in this way. */
    fail: (fault: TwilioFault, times = 1) => faults.add(fault, times),
    /** A phone texts us: kept, and posted to the app, signed. Gives the app's answer and the words it texts back. */
    text: async ({ from: phone, body, publicUrl, sid: again, fields }: TextFromPhone) => {
      const id = again ?? sid('SM');
      if (!again) received.push(inboundText(id, phone, from, body, now()));
      const form = {
        MessageSid: id,
        SmsSid: id,
        AccountSid: accountSid,
        From: phone,
        To: from,
        Body: body,
        NumMedia: '0',
        ...fields,
      };
      const answer = await post(`${publicUrl}/webhooks/twilio/messages`, form);
      return { sid: id, status: answer.status, body: answer.body, reply: replyIn(answer.body) };
    },
    /** A phone texts us but the webhook is lost: only the list of messages shows it. */
    textLost: (phone: string, body: string) => {
      const id = sid('SM');
      received.push(inboundText(id, phone, from, body, now()));
      return id;
    },
    /** Reports what became of a text to the callback address it was sent with, signed. */
    report: (text: AcceptedText, status: string, errorCode?: number) => {
      text.status = status;
      text.errorCode = errorCode ?? null;
      const form = {
        MessageSid: text.sid,
        SmsSid: text.sid,
        AccountSid: accountSid,
        MessageStatus: status,
        SmsStatus: status,
        To: text.to,
      };
      return post(text.callbackUrl, { ...form, From: from, ...(errorCode && { ErrorCode: String(errorCode) }) });
    },
  };
}

const authorised = ({ headers }: Asked, accountSid: string, authToken: string) =>
  headers.authorization === `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

function takeText(form: URLSearchParams, id: string, at: Date): AcceptedText {
  const callbackUrl = form.get('StatusCallback') ?? '';
  const deliveryId = URL.canParse(callbackUrl) ? new URL(callbackUrl).searchParams.get('delivery') : null;
  const sender = form.get('From') ?? form.get('MessagingServiceSid') ?? '';
  const words = { to: form.get('To') ?? '', from: sender, body: form.get('Body') ?? '' };
  return {
    sid: id,
    ...words,
    callbackUrl,
    deliveryId,
    direction: 'outbound-api',
    status: 'queued',
    errorCode: null,
    at,
  };
}

const inboundText = (id: string, phone: string, to: string, body: string, at: Date): AcceptedText => ({
  sid: id,
  to,
  from: phone,
  body,
  callbackUrl: '',
  deliveryId: null,
  direction: 'inbound',
  status: 'received',
  errorCode: null,
  at,
});

async function postSigned(publicAddress: string, form: Record<string, string>, authToken: string, appUrl?: string) {
  const { pathname, search } = new URL(publicAddress);
  const response = await fetch(appUrl ? `${appUrl}${pathname}${search}` : publicAddress, {
    method: 'POST',
    headers: { 'x-twilio-signature': twilioSignature(authToken, publicAddress, form) },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.text() };
}

const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The words of a TwiML answer; null when it says nothing. */
function replyIn(twiml: string): string | null {
  const words = /<Message>([\s\S]*?)<\/Message>/.exec(twiml)?.[1];
  return words === undefined
    ? null
    : words.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => characters[entity] ?? entity);
}
