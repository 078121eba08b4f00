import { connect, type Pool } from '../../../db/connect.ts';
import { launchWave } from '../../../server/actions/wave/launch.ts';
import { tick } from '../../../server/work/tick.ts';
import { testDeps } from '../../support/deps.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { startSmtp } from '../../support/standins/smtp.ts';
import { startTwilio } from '../../support/standins/twilio.ts';
import type { AcceptedText } from '../../support/standins/twilio-rules.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from '../../work/world.ts';
import type { WorkSettings } from './work.ts';

/** A Monday morning, when people may be written to. */
const opens = Date.parse('2026-11-23T09:05:00Z');

/** A wave whose first step is due to real people, half by text and half by mail, and the providers it goes through. */
export interface Field {
  db: Pool;
  twilio: Awaited<ReturnType<typeof startTwilio>>;
  smtp: Awaited<ReturnType<typeof startSmtp>>;
  /** How a process of this moment is set up. */
  settings(): WorkSettings;
  /** What the clocks show. */
  now(): Date;
  /** The clocks of processes begun from now on show so much more. */
  advance(minutes: number): void;
  close(): Promise<void>;
}

export interface FieldOptions {
  people: number;
  /** By text only. */
  texts?: boolean;
  publicUrl?: string;
  variables?: Record<string, string>;
  /** Called as soon as a stand-in has taken a message, before it says so: that of texts waits for it. */
  onTaken?: (text?: AcceptedText) => void | Promise<void>;
}

let fields = 0;

/** Makes it in a database of its own. */
export async function startField(postgres: TestPostgres, options: FieldOptions): Promise<Field> {
  const { people, texts = false, publicUrl = 'https://ask.example.org', variables = {}, onTaken } = options;
  const databaseUrl = await clone(postgres);
  const db = connect(databaseUrl, { max: 10 });
  await putWave(db, people, texts);
  const clock = { shows: opens, at: Date.now() };
  const now = () => new Date(clock.shows + Date.now() - clock.at);
  const twilio = await startTwilio({ now, ...(onTaken && { onTaken }) });
  const smtp = await startSmtp(onTaken ? { onTaken } : {});
  const set = {
    SECRET: 'test-'.repeat(8),
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    TWILIO_BASE_URL: twilio.url,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'panel@example.org',
    TEXTS_A_SECOND: '10000',
    EMAILS_A_SECOND: '10000',
    ...variables,
  };
  return {
    db,
    twilio,
    smtp,
    settings: () => ({ databaseUrl, variables: set, clock: { ...clock }, limit: 100 }),
    now,
    advance(minutes) {
      clock.shows += minutes * 60_000;
    },
    async close() {
      await Promise.all([twilio.close(), smtp.close(), db.end({ timeout: 1 })]);
    },
  };
}

async function clone({ adminUrl, baseUrl }: TestPostgres): Promise<string> {
  fields += 1;
  const name = `field_${fields}`;
  const admin = connect(adminUrl, { max: 1 });
  await admin`create database ${admin(name)} template base`;
  await admin.end();
  return baseUrl.replace(/\/[^/]*$/, `/${name}`);
}

/** Launched for practice, as if the providers had been connected since. */
async function putWave(db: Pool, people: number, texts: boolean): Promise<void> {
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  deps.clock.set(new Date(opens).toISOString());
  const who = Array.from({ length: people }, (_, n) => ({ preferredChannel: texts || n % 2 === 0 ? 'sms' : 'email' }));
  await makeWorld(db, who);
  await makeWave(db);
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  await tick(deps);
  await db`update residents set demo = false`;
  await db`vacuum analyze deliveries, residents, recipients, invitations`;
}
