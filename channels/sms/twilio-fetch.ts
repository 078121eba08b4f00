import { z } from 'zod';
import { fetchHttp, type Http } from '../http.ts';
import type { TextMessage } from '../message.ts';
import {
  asked,
  isSince,
  LIST_PAGE_SIZE,
  type ListedText,
  MAX_LIST_PAGES,
  senderOf,
  TWILIO_TIMEOUT_MS,
  TWILIO_URL,
  type TwilioChannel,
  type TwilioSettings,
} from './twilio.ts';
import { channelOver } from './twilio-channel.ts';

const created = z.object({ sid: z.string(), status: z.string() });
const listed = z
  .object({
    sid: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    body: z.string().nullable(),
    status: z.string(),
    direction: z.string(),
    error_code: z.number().nullable(),
    date_created: z.string(),
  })
  .transform(
    (text): ListedText => ({
      providerId: text.sid,
      from: text.from ?? '',
      to: text.to ?? '',
      body: text.body ?? '',
      status: text.status,
      direction: text.direction,
      code: text.error_code === null ? null : String(text.error_code),
      at: new Date(text.date_created),
    }),
  );
const page = z.object({ messages: z.array(listed), next_page_uri: z.string().nullish() });

/** Twilio by plain HTTP, for a runtime where its 3.6 MB client is too much. Takes settings and a way to ask. */
export function twilioFetch(settings: TwilioSettings, http: Http = fetchHttp): TwilioChannel {
  const ask = asker(settings, http);
  return channelOver(settings, {
    create: async (text) =>
      created.parse(JSON.parse((await ask('POST', messagesPath(settings), formOf(settings, text))).body)),
    list({ to, sentAfter }, since) {
      const query: [string, string][] = [];
      if (sentAfter) query.push(['DateSent>', sentAfter.toISOString().slice(0, 10)]);
      if (to) query.push(['To', to]);
      return list(ask, settings, query, since);
    },
    close: async () => http.close?.(),
  });
}

type Ask = ReturnType<typeof asker>;

function asker(settings: TwilioSettings, http: Http) {
  const base = (settings.baseUrl ?? TWILIO_URL).replace(/\/$/, '');
  const authorization = `Basic ${btoa(`${settings.accountSid}:${settings.authToken}`)}`;
  const timeoutMs = settings.timeoutMs ?? TWILIO_TIMEOUT_MS;
  return (method: 'GET' | 'POST', path: string, form?: URLSearchParams) =>
    asked(http, {
      method,
      url: `${base}${path}`,
      headers: {
        authorization,
        accept: 'application/json',
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: form?.toString(),
      timeoutMs,
    });
}

const messagesPath = ({ accountSid }: TwilioSettings) => `/2010-04-01/Accounts/${accountSid}/Messages.json`;

function formOf(settings: TwilioSettings, message: TextMessage): URLSearchParams {
  const { from, messagingServiceSid } = senderOf(settings, message);
  const form = new URLSearchParams({ To: message.to, Body: message.body, StatusCallback: message.callbackUrl });
  if (from) form.set('From', from);
  if (messagingServiceSid) form.set('MessagingServiceSid', messagingServiceSid);
  return form;
}

/** Pages of messages, newest first, until they are older than `since`. */
async function list(ask: Ask, settings: TwilioSettings, query: [string, string][], since: Date): Promise<ListedText[]> {
  const first = new URLSearchParams([...query, ['PageSize', String(LIST_PAGE_SIZE)]]);
  const found: ListedText[] = [];
  let path: string | null = `${messagesPath(settings)}?${first}`;
  for (let pages = 0; path !== null && pages < MAX_LIST_PAGES; pages += 1) {
    const { messages, next_page_uri } = page.parse(JSON.parse((await ask('GET', path)).body));
    const fresh = messages.filter((text) => isSince(text.at, since));
    found.push(...fresh);
    path = fresh.length > 0 ? (next_page_uri ?? null) : null;
  }
  return found;
}
