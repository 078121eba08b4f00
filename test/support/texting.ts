import { createHmac } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import { type TestDeps, testEnv } from './deps.ts';

const authToken = 'twilio-test-token';
const publicUrl = 'http://localhost:8080';

/** An environment in which Twilio is connected. */
export const twilioEnv = () =>
  testEnv({
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_FROM: '+441134960000',
    PUBLIC_URL: publicUrl,
  });

/** Twilio's signature of a form: HMAC-SHA1 over the address and the sorted fields. */
export function twilioSignature(path: string, fields: Record<string, string>): string {
  const joined = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');
  return createHmac('sha1', authToken)
    .update(publicUrl + path + joined)
    .digest('base64');
}

const plainWords = (words: string) =>
  words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** A telephone: texts us as Twilio would bring it, and reads the reply. */
export function telephone(deps: TestDeps, from: string) {
  const app = createApp(deps, { assets: async () => null, addressOf: () => '192.0.2.9' });
  let sent = 0;
  const post = async (fields: Record<string, string>, signature?: string) => {
    const path = '/webhooks/twilio/messages';
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? twilioSignature(path, fields),
    };
    return app.request(publicUrl + path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  };
  const text = async (body: string, more: Record<string, string> = {}): Promise<string | null> => {
    sent += 1;
    const fields = { MessageSid: `SM${from.slice(-4)}-${sent}`, From: from, To: '+441134960000', Body: body, ...more };
    const response = await post(fields);
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    const [, words] = /<Message>(.*)<\/Message>/s.exec(await response.text()) ?? [];
    return words === undefined ? null : plainWords(words);
  };
  return { text, post };
}
