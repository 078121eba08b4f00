import { holdLaunch, undoLaunch } from '../../../db/commands/take-back.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { firstOf, type Launch, launchTrace, type Trace } from '../../../db/queries/take-back.ts';
import { type WaveRow, waveLocked } from '../../../db/queries/waves.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { errorCode, type Problem, problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Why a launch stands, by what has come of it. */
const because: Readonly<Record<Trace | 'held', string>> = {
  sent: 'The first messages are on their way or have gone.',
  answered: 'Somebody has answered already.',
  rung: 'Somebody was rung already.',
  entered: 'Somebody is in the prize draw already.',
  written: 'Somebody has written to us about it already.',
  held: 'Something of it is being sent or answered at this very moment.',
};

const tooLate = (why: keyof typeof because): Problem =>
  problems.conflict('gone_out', `${because[why]} So the launch stands. You can pause the wave, or close it.`);

/** Postgres says so when a row is still pointed to: somebody wrote to it between our look and now. */
const stillPointedTo = '23503';

/** The mailing of a wave in the field; null for one that is a plan or is over. */
function launchOf({ id, status, mailingId }: WaveRow): Launch | null {
  const inField = status === 'open' || status === 'paused';
  return inField && mailingId !== null ? { id, mailingId } : null;
}

/** Whether a launch can be taken back still, and when its first message is to leave. */
export async function takeBackOf(db: Db, wave: WaveRow): Promise<{ firstAt: Date | null } | null> {
  const launch = launchOf(wave);
  if (launch === null || (await launchTrace(db, launch)) !== null) return null;
  return { firstAt: await firstOf(db, launch) };
}

/**
 * Takes a launch back, as long as nothing of it was claimed, sent, printed or answered: the wave is a plan again, to be changed and launched anew.
 * Whoever is at work on any of it at this moment wins, decided by the rows they hold. Throws `not_found`, `wave_state` and `gone_out`.
 */
export async function takeBackLaunch(deps: Deps, actor: Actor, id: string): Promise<void> {
  try {
    await transaction(deps.db, (tx) => takeBack(tx, deps, actor, id));
  } catch (error) {
    throw errorCode(error) === stillPointedTo ? tooLate('held') : error;
  }
}

async function takeBack(tx: Db, deps: Deps, actor: Actor, id: string): Promise<void> {
  const wave = await waveLocked(tx, id);
  if (wave === null) throw problems.notFound('wave');
  const launch = launchOf(wave);
  if (launch === null) throw problems.conflict('wave_state', 'Only a wave in the field can be taken back.');
  const held = await holdLaunch(tx, launch);
  const trace = await launchTrace(tx, launch);
  if (trace !== null) throw tooLate(trace);
  if (!held) throw tooLate('held');
  await undoLaunch(tx, launch);
  const detail = { launchedAt: wave.launchedAt, seed: wave.seed, versionId: wave.versionId };
  await audit(tx, deps, actor, { action: 'wave.take_back', subject: id, detail });
}
