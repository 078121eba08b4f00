import type { Channel, ChannelKind } from '../../channels/channel.ts';
import type { OutboundMessage } from '../../channels/message.ts';
import type { Channels } from '../../channels/registry.ts';
import { connect } from '../../db/connect.ts';
import type { Actor, Role } from '../../server/actor.ts';
import type { Auth } from '../../server/auth/auth.ts';
import { createAuth } from '../../server/auth/create.ts';
import type { Deps } from '../../server/deps.ts';
import { type Env, parseEnv } from '../../server/env.ts';
import { createLog } from '../../server/log.ts';

/** A clock that stands still until it is told to move. */
export interface TestClock {
  now(): Date;
  set(at: string): void;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

export function testClock(start = '2026-11-23T09:00:00Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set: (text) => {
      at = Date.parse(text);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** uuids in order: ...0001, ...0002. */
export function sequentialIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  };
}

/** A channel that takes everything, sends nothing and keeps what it was given. */
export interface CapturingChannel extends Channel {
  readonly sent: OutboundMessage[];
}

export function capturingChannel(kind: ChannelKind): CapturingChannel {
  const sent: OutboundMessage[] = [];
  return {
    kind,
    provider: 'sandbox',
    sandbox: true,
    sent,
    async send(message) {
      sent.push(message);
      return { providerId: `sandbox-${kind}-${sent.length}`, status: 'delivered' };
    },
  };
}

export interface TestChannels extends Channels {
  readonly sms: CapturingChannel;
  readonly email: CapturingChannel;
}

export const testChannels = (): TestChannels => ({
  sms: capturingChannel('sms'),
  email: capturingChannel('email'),
  print: null,
});

/** The environment of a fresh installation on this machine, where a launch sends at once, with what a test sets on top. */
export const testEnv = (set: Record<string, string> = {}): Env =>
  parseEnv({ SECRET: 'test-'.repeat(8), LAUNCH_DELAY_MINUTES: '0', ...set });

export interface TestDeps extends Deps {
  clock: TestClock;
  channels: TestChannels;
  /** Every line logged so far, parsed. */
  logged: Record<string, unknown>[];
  /** How often `wake` was called. */
  woken(): number;
}

/** An actor for a test. */
export const staff = (...roles: Role[]): Actor => ({
  kind: 'staff',
  id: '00000000-0000-4000-9000-000000000001',
  name: 'Test Person',
  roles,
});

/** Sign-in where this actor sent every request. */
export const signedInAs = (auth: Auth, actor: Actor | null): Auth => ({ ...auth, actor: async () => actor });

/**
 * Dependencies for a test: a clock that stands still, ids in order, seeded chance, captured log and messages, real
 * sign-in. Give at least `db` where the code under test reads one; without it any statement fails at once.
 */
export function testDeps(overrides: Partial<TestDeps> = {}): TestDeps {
  const clock = overrides.clock ?? testClock();
  const random = overrides.random ?? seededRandom(1);
  const logged: Record<string, unknown>[] = [];
  let wakes = 0;
  const db = overrides.db ?? connect('postgres://nobody:nothing@127.0.0.1:1/none', { max: 1 });
  const log = createLog(clock.now, (line) => logged.push(JSON.parse(line)));
  const env = overrides.env ?? testEnv();
  const newId = overrides.newId ?? sequentialIds();
  const randomBytes = (n: number) => Uint8Array.from({ length: n }, () => Math.floor(random() * 256));
  return {
    db,
    channels: testChannels(),
    newId,
    randomBytes,
    log,
    env,
    auth: createAuth({ db, env, log, clock, newId, randomBytes }),
    wake: () => {
      wakes += 1;
    },
    ...overrides,
    clock,
    random,
    logged,
    woken: () => wakes,
  };
}
