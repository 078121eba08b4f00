import type { Channels } from '../channels/registry.ts';
import type { Db } from '../db/connect.ts';
import type { Auth } from './auth/auth.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

/** The only source of "now". */
export interface Clock {
  now(): Date;
}

/** Everything code outside `surveys` may reach. Built once a process (Node) or once a request (Worker), then passed. */
export interface Deps {
  db: Db;
  channels: Channels;
  clock: Clock;
  /** A new uuid. */
  newId(): string;
  /** A number from 0 up to 1 that nobody can guess. */
  random(): number;
  /** `n` bytes that nobody can guess. */
  randomBytes(n: number): Uint8Array<ArrayBuffer>;
  log: Log;
  env: Env;
  auth: Auth;
  /** Says that there may be work to drain. Never waits, never throws. */
  wake(): void;
}
