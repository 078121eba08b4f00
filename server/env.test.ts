import { expect, test } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

const SECRET = 'a-long-enough-secret-for-a-test-run';
const sid = `AC${'0'.repeat(32)}`;

function faultsOf(raw: Record<string, string>): readonly string[] {
  try {
    parseEnv(raw);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
    throw error;
  }
}

test('an empty environment is this machine with every channel in the sandbox', () => {
  expect(parseEnv({ SECRET })).toEqual({
    port: 8080,
    publicUrl: 'http://localhost:8080',
    databaseUrl: null,
    dataDir: '.data',
    secret: SECRET,
    twilio: null,
    smtp: null,
    sendgrid: null,
    mail: null,
    limits: { sms: {}, email: {} },
    sendgridInboundPublicKey: null,
    inboundEmailSecret: null,
    oidc: null,
    launchDelayMinutes: 5,
  });
});

test('a provider with all of its settings is connected', () => {
  const env = parseEnv({
    SECRET,
    PUBLIC_URL: 'https://survey.example.org/',
    TWILIO_ACCOUNT_SID: sid,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_FROM: '+441134960000',
    SMTP_URL: 'smtp://127.0.0.1:2525',
    MAIL_FROM: 'hello@example.org',
  });
  expect(env.publicUrl).toBe('https://survey.example.org');
  expect(env.twilio?.from).toBe('+441134960000');
  expect(env.mail).toEqual({ from: 'hello@example.org', replyDomain: null });
});

test('every fault is told at once', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    PUBLIC_URL: 'https://survey.example.org',
    DATABASE_URL: 'mysql://localhost/x',
    SMTP_URL: 'smtp://127.0.0.1',
    SENDGRID_API_KEY: 'key',
    POSTBACK_URL: 'https://gateway.example.org',
    TWILIO_AUTH_TOKEN: 'token',
  });
  expect(faults).toEqual([
    'PORT must be a port number',
    'DATABASE_URL must be an address such as postgres://user:password@host:5432/earshot',
    'TWILIO_ACCOUNT_SID is not set, but TWILIO_AUTH_TOKEN is',
    'TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID is not set, but TWILIO_AUTH_TOKEN is',
    'MAIL_FROM is not set, but SMTP_URL is',
    'SMTP_URL and SENDGRID_API_KEY are both set: choose one',
    'POSTBACK_URL is set, but sending through another gateway is not built yet',
    'SECRET is not set: give https://survey.example.org at least 32 random characters to sign with',
  ]);
});

test.each([
  ['a sender with no way to send', { MAIL_FROM: 'hello@example.org' }],
  ['a webhook key with no account', { SENDGRID_WEBHOOK_PUBLIC_KEY: 'key' }],
  [
    'two senders of texts',
    {
      TWILIO_ACCOUNT_SID: sid,
      TWILIO_AUTH_TOKEN: 't',
      TWILIO_FROM: '+441134960000',
      TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(32)}`,
    },
  ],
  ['a short secret', { SECRET: 'short' }],
])('refuses %s', (_name, raw: Record<string, string>) => {
  expect(faultsOf({ SECRET, ...raw })).toHaveLength(1);
});

test('a blank variable is one that is not set', () => {
  expect(parseEnv({ SECRET, SMTP_URL: '', PUBLIC_URL: ' ', PORT: '' }).port).toBe(8080);
});

test('a fault never quotes a value', () => {
  const secretish = 'hunter2hunter2';
  expect(faultsOf({ SECRET: secretish, SMTP_URL: `http://u:${secretish}@x` }).join()).not.toContain(secretish);
});
