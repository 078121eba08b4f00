import { z } from 'zod';
import type { GivenLimits } from '../channels/limits.ts';

/** What the operator set, checked. A provider with none of its settings is null, and its channel is the sandbox. */
export interface Env {
  port: number;
  publicUrl: string;
  /** Null where the embedded database is to be started. */
  databaseUrl: string | null;
  dataDir: string;
  secret: string;
  twilio: TwilioEnv | null;
  smtp: { url: string } | null;
  sendgrid: SendgridEnv | null;
  /** Who mail comes from, and the domain whose mail reaches us (null: replies go to the sender's own mailbox). */
  mail: { from: string; replyDomain: string | null } | null;
  /** What may be used of each provider, where it is not the default of channels/limits.ts. */
  limits: { sms: GivenLimits; email: GivenLimits };
  sendgridInboundPublicKey: string | null;
  inboundEmailSecret: string | null;
  /** The organisation's own accounts; null where staff sign in by password only. */
  oidc: OidcEnv | null;
  /** So long after a launch the first message leaves: until then the launch can be taken back. */
  launchDelayMinutes: number;
}

export interface OidcEnv {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** For the words of the button. */
  name: string;
}

export interface TwilioEnv {
  accountSid: string;
  authToken: string;
  /** Exactly one of the two is set. */
  from: string | null;
  messagingServiceSid: string | null;
  baseUrl: string | null;
}

export interface SendgridEnv {
  apiKey: string;
  baseUrl: string | null;
  webhookPublicKey: string | null;
}

/** Every fault of the environment at once, one a line. */
export class EnvError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** What to show an operator of an error at start: our own sentences as they are, a fault of ours with its places. */
export const sentenceOf = (error: unknown): unknown =>
  error instanceof EnvError || (error instanceof Error && error.constructor === Error) ? error.message : error;

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
const url = (protocol: RegExp, example: string) =>
  optional(z.url({ protocol, error: `must be an address such as ${example}` }));
const text = optional(z.string().trim());
const aSecond = optional(z.coerce.number().min(0.01).max(10_000, 'must be messages a second, such as 1 or 0.5'));
const aDay = optional(z.coerce.number().int('must be a whole number').min(1, 'must be at least 1'));
/** Five minutes are long enough to see the launched wave and notice a wrong date, and nobody waits for a survey. */
const usualLaunchDelay = 5;
const minutes = z.preprocess(
  blankIsUnset,
  z.coerce.number('must be minutes, such as 5').int().min(0).max(1440).default(usualLaunchDelay),
);
const secret = optional(z.string().min(32, 'must be at least 32 characters'));

const variables = z.object({
  PORT: z.preprocess(blankIsUnset, z.coerce.number('must be a port number').int().min(0).max(65_535).default(8080)),
  PUBLIC_URL: url(/^https?$/, 'https://survey.example.org'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/earshot'),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default('.data')),
  SECRET: secret,
  TWILIO_ACCOUNT_SID: optional(z.string().regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hexadecimal digits')),
  TWILIO_AUTH_TOKEN: text,
  TWILIO_FROM: optional(
    z.string().regex(/^(\+\d{8,15}|\d{3,8}|[A-Za-z0-9 ]{2,11})$/, 'must be a number such as +441134960000'),
  ),
  TWILIO_MESSAGING_SERVICE_SID: optional(z.string().regex(/^MG[0-9a-f]{32}$/i, 'must be MG and 32 hexadecimal digits')),
  TWILIO_BASE_URL: url(/^https?$/, 'http://127.0.0.1:9000'),
  TEXTS_A_SECOND: aSecond,
  TEXTS_A_DAY: aDay,
  EMAILS_A_SECOND: aSecond,
  EMAILS_A_DAY: aDay,
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.org:587'),
  MAIL_FROM: optional(z.email('must be an email address')),
  MAIL_REPLY_DOMAIN: optional(
    z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain such as reply.example.org'),
  ),
  SENDGRID_API_KEY: text,
  SENDGRID_BASE_URL: url(/^https?$/, 'http://127.0.0.1:9001'),
  SENDGRID_WEBHOOK_PUBLIC_KEY: text,
  SENDGRID_INBOUND_PUBLIC_KEY: text,
  INBOUND_EMAIL_SECRET: optional(z.string().min(20, 'must be at least 20 characters')),
  OIDC_ISSUER: url(/^https?$/, 'https://login.microsoftonline.com/TENANT-ID/v2.0'),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: optional(z.string().trim().max(40, 'must be at most 40 letters')),
  LAUNCH_DELAY_MINUTES: minutes,
});
type Variables = z.output<typeof variables>;
type Name = keyof Variables;

/** When any variable of `any` is set, each of `all` must be. */
interface Rule {
  any: readonly Name[];
  all: readonly (Name | readonly Name[])[];
}

const rules: readonly Rule[] = [
  {
    any: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM', 'TWILIO_MESSAGING_SERVICE_SID', 'TWILIO_BASE_URL'],
    all: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', ['TWILIO_FROM', 'TWILIO_MESSAGING_SERVICE_SID']],
  },
  { any: ['SMTP_URL', 'SENDGRID_API_KEY'], all: ['MAIL_FROM'] },
  { any: ['MAIL_FROM', 'MAIL_REPLY_DOMAIN'], all: [['SMTP_URL', 'SENDGRID_API_KEY']] },
  {
    any: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'],
    all: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  },
  { any: ['SENDGRID_BASE_URL', 'SENDGRID_WEBHOOK_PUBLIC_KEY'], all: ['SENDGRID_API_KEY'] },
];

const exclusive: readonly (readonly [Name, Name])[] = [
  ['TWILIO_FROM', 'TWILIO_MESSAGING_SERVICE_SID'],
  ['SMTP_URL', 'SENDGRID_API_KEY'],
];

/** Settings that are planned and not built: taking one and doing nothing would lose somebody's mail. */
const notBuilt: Readonly<Record<string, string>> = {
  IMAP_URL: 'reading a mailbox is not built yet: have mail posted to /webhooks/email',
  POSTBACK_URL: 'sending through another gateway is not built yet',
  POSTBACK_SECRET: 'sending through another gateway is not built yet',
};

/** The part of the input which says that something is set, whether or not it is right. */
type Raw = Readonly<Record<string, unknown>>;
const isSet = (raw: Raw, name: string) => blankIsUnset(raw[name]) !== undefined;

function halfFaults(raw: Raw): string[] {
  return rules.flatMap(({ any, all }) => {
    const cause = any.find((name) => isSet(raw, name));
    if (!cause) return [];
    const missing = all.filter((need) => ![need].flat().some((name) => isSet(raw, name)));
    return missing.map((need) => `${[need].flat().join(' or ')} is not set, but ${cause} is`);
  });
}

const notBuiltFaults = (raw: Raw) =>
  Object.keys(notBuilt)
    .filter((name) => isSet(raw, name))
    .map((name) => `${name} is set, but ${notBuilt[name]}`);

const bothFaults = (raw: Raw) =>
  exclusive
    .filter((pair) => pair.every((name) => isSet(raw, name)))
    .map((pair) => `${pair.join(' and ')} are both set: choose one`);

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when an address is this machine's own. */
export const isLocal = (address: string): boolean => URL.canParse(address) && localHosts.has(new URL(address).hostname);

/** The public address as set, or this machine's own at PORT. */
export const publicUrlOf = (raw: Raw): string =>
  isSet(raw, 'PUBLIC_URL')
    ? String(raw.PUBLIC_URL).replace(/\/+$/, '')
    : `http://localhost:${blankIsUnset(raw.PORT) ?? 8080}`;

/** Whoever signs people in must be reached safely; only a provider on this machine may do without. */
const issuerFaults = (raw: Raw) =>
  isSet(raw, 'OIDC_ISSUER') && /^http:/.test(String(raw.OIDC_ISSUER)) && !isLocal(String(raw.OIDC_ISSUER))
    ? ['OIDC_ISSUER must start with https://']
    : [];

const secretFaults = (raw: Raw) =>
  isSet(raw, 'SECRET')
    ? []
    : [`SECRET is not set: give ${publicUrlOf(raw)} at least 32 random characters to sign with`];

/**
 * Reads what the operator set. Takes the variables by name (SECRET among them), gives the checked environment.
 * Throws `EnvError` with every fault.
 */
export function parseEnv(raw: Raw): Env {
  const parsed = variables.safeParse(raw);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const faults = [
    ...wrong,
    ...halfFaults(raw),
    ...bothFaults(raw),
    ...notBuiltFaults(raw),
    ...issuerFaults(raw),
    ...secretFaults(raw),
  ];
  if (!parsed.success || faults.length > 0) throw new EnvError(faults);
  return toEnv(parsed.data, publicUrlOf(raw));
}

function toEnv(v: Variables, publicUrl: string): Env {
  return {
    port: v.PORT,
    publicUrl,
    databaseUrl: v.DATABASE_URL ?? null,
    dataDir: v.DATA_DIR,
    secret: v.SECRET ?? '',
    ...mailEnv(v),
    limits: {
      sms: { perSecond: v.TEXTS_A_SECOND, perDay: v.TEXTS_A_DAY },
      email: { perSecond: v.EMAILS_A_SECOND, perDay: v.EMAILS_A_DAY },
    },
    twilio: twilioEnv(v),
    sendgridInboundPublicKey: v.SENDGRID_INBOUND_PUBLIC_KEY ?? null,
    inboundEmailSecret: v.INBOUND_EMAIL_SECRET ?? null,
    oidc: oidcEnv(v),
    launchDelayMinutes: v.LAUNCH_DELAY_MINUTES,
  };
}

function mailEnv(v: Variables): Pick<Env, 'smtp' | 'sendgrid' | 'mail'> {
  return {
    smtp: v.SMTP_URL ? { url: v.SMTP_URL } : null,
    sendgrid: v.SENDGRID_API_KEY
      ? {
          apiKey: v.SENDGRID_API_KEY,
          baseUrl: v.SENDGRID_BASE_URL ?? null,
          webhookPublicKey: v.SENDGRID_WEBHOOK_PUBLIC_KEY ?? null,
        }
      : null,
    mail: v.MAIL_FROM ? { from: v.MAIL_FROM, replyDomain: v.MAIL_REPLY_DOMAIN ?? null } : null,
  };
}

function oidcEnv(v: Variables): OidcEnv | null {
  if (!v.OIDC_ISSUER || !v.OIDC_CLIENT_ID || !v.OIDC_CLIENT_SECRET) return null;
  return {
    issuer: v.OIDC_ISSUER,
    clientId: v.OIDC_CLIENT_ID,
    clientSecret: v.OIDC_CLIENT_SECRET,
    name: v.OIDC_NAME ?? 'Microsoft',
  };
}

function twilioEnv(v: Variables): TwilioEnv | null {
  if (!v.TWILIO_ACCOUNT_SID || !v.TWILIO_AUTH_TOKEN) return null;
  return {
    accountSid: v.TWILIO_ACCOUNT_SID,
    authToken: v.TWILIO_AUTH_TOKEN,
    from: v.TWILIO_FROM ?? null,
    messagingServiceSid: v.TWILIO_MESSAGING_SERVICE_SID ?? null,
    baseUrl: v.TWILIO_BASE_URL ?? null,
  };
}

/** The variables of this process: the one place that looks at them. */
export const processVariables = (): Record<string, string | undefined> => ({ ...process.env });
