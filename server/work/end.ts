import type { DeliveryStatus } from '../../channels/status.ts';
import { refreshDispositions } from '../../db/commands/dispositions.ts';
import {
  type Ended,
  endedAtOnce,
  endLeftImports,
  endTooLate,
  endUndecided,
  endUnheardOf,
} from '../../db/commands/ends.ts';
import { beat } from '../../db/commands/settle.ts';
import { type Db, transaction } from '../../db/connect.ts';
import { lastSeen } from '../../db/queries/today.ts';
import { nextPackWays } from '../actions/delivery/pack-ways.ts';
import type { Deps } from '../deps.ts';

const hourMs = 3_600_000;
/** How often what is over is looked for. */
const everyMs = hourMs / 4;
/** How long each may stand, at most. */
const hours = { unheard: 72, tooLate: 7 * 24, undecided: 30 * 24, leftImport: 30 * 24 } as const;
/** Providers that report what became of a message. */
const reporting = ['twilio', 'sendgrid'] as const;

/** How one state ends that is not an end itself. */
export interface Way {
  /** The job of `server/work/drain.ts` that looks after it, or `tick`, or a person whom the home page tells. */
  by: 'dispatch' | 'reconcile' | 'end_unheard' | 'print' | 'import' | 'tick' | 'person';
  /** How long it stands at most before that. */
  within: string;
  /** What it ends as. */
  end: string;
}

type Life = Way | 'final';

/** Every state in which something of ours may stand, and how it ends. A test walks them. */
export const lives = {
  deliveries: {
    due: { by: 'end_unheard', within: 'its wave, or seven days', end: 'cancelled: too_late' },
    claimed: { by: 'reconcile', within: 'five minutes; a letter: its batch', end: 'due or unknown' },
    unknown: { by: 'reconcile', within: 'thirty days', end: 'accepted, failed: no_trace, or unknown: undecided' },
    accepted: { by: 'end_unheard', within: 'three days; a letter: until it is posted', end: 'sent: no_receipt' },
    sent: { by: 'end_unheard', within: 'three days', end: 'sent: no_receipt or nothing_back' },
    failed: 'final',
    delivered: 'final',
    cancelled: 'final',
  } satisfies Record<DeliveryStatus, Life>,
  print_batches: {
    queued: { by: 'print', within: 'as soon as a process prints', end: 'ready or failed' },
    printing: { by: 'print', within: 'ten minutes, three times', end: 'queued again, then failed' },
    ready: { by: 'person', within: 'until it is marked posted', end: 'posted' },
    posted: 'final',
    failed: { by: 'person', within: 'until it is queued again', end: 'queued' },
  },
  imports: {
    reading: { by: 'import', within: 'its lease, three times', end: 'matching or failed' },
    matching: { by: 'end_unheard', within: 'thirty days', end: 'stopped' },
    checking: { by: 'import', within: 'its lease, three times', end: 'checked or failed' },
    checked: { by: 'end_unheard', within: 'thirty days', end: 'stopped' },
    applying: { by: 'import', within: 'its lease, three times', end: 'applied or failed' },
    applied: 'final',
    failed: 'final',
    stopped: 'final',
  },
  inbound_messages: {
    answered: 'final',
    replied: 'final',
    stopped: 'final',
    started: 'final',
    helped: 'final',
    commented: 'final',
    auto_reply: 'final',
    bounce: 'final',
    tray: { by: 'person', within: 'until somebody has dealt with it', end: 'tray_done' },
    failed: { by: 'person', within: 'until somebody has dealt with it', end: 'tray_done' },
    late: { by: 'person', within: 'until somebody has dealt with it', end: 'tray_done' },
  },
} as const satisfies Record<string, Readonly<Record<string, Life>>>;

const before = (now: Date, kind: keyof typeof hours) => new Date(now.getTime() - hours[kind] * hourMs);

/** Gives what has stood too long its named end, four times an hour, whoever is up. Gives how many those were. */
export async function endUnheard(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const last = await lastSeen(deps.db, 'ends');
  if (last !== null && now.getTime() - last.getTime() < everyMs) return 0;
  await beat(deps.db, 'ends', now);
  const sweeps: Readonly<Record<string, (db: Db) => Promise<Ended[]>>> = {
    no_receipt: (db) => endUnheardOf(db, before(now, 'unheard'), reporting),
    too_late: (db) => endTooLate(db, before(now, 'tooLate')),
    undecided: (db) => endUndecided(db, before(now, 'undecided')),
    left_import: (db) => endLeftImports(db, before(now, 'leftImport'), now),
  };
  let ended = 0;
  for (const [name, sweep] of Object.entries(sweeps)) ended += await endAll(deps, name, sweep);
  return ended;
}

async function endAll(deps: Deps, name: string, sweep: (db: Db) => Promise<Ended[]>): Promise<number> {
  let all = 0;
  for (let found = endedAtOnce; found >= endedAtOnce; all += found) {
    found = await transaction(deps.db, async (tx) => {
      const rows = await sweep(tx);
      await nextPackWays(deps, tx, name === 'too_late' ? rows.map(({ id }) => id) : []);
      await refreshDispositions(
        tx,
        rows.flatMap(({ recipientId }) => recipientId ?? []),
        deps.clock.now(),
      );
      return rows.length;
    });
  }
  if (all > 0) deps.log.warn('ended', { job: name, count: all });
  return all;
}
