import { countToAsk, freezeFrame, insertAsked } from '../../../db/commands/frame.ts';
import { takeUp } from '../../../db/commands/plan-ahead.ts';
import { insertMailing, setLaunched } from '../../../db/commands/waves.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type WaveRow, waveLocked } from '../../../db/queries/waves.ts';
import { timetable } from '../../../surveys/fieldwork/due.ts';
import { launchChecks } from '../../../surveys/fieldwork/launch.ts';
import { contactPlan } from '../../../surveys/fieldwork/plan.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { choiceOf } from './choice.ts';
import { freshCodes } from './codes.ts';
import { prepareLaunch } from './facts.ts';
import { leavesFrom } from './launch-delay.ts';
import { launchRefused } from './refused.ts';
import { asksEveryone, drawSample } from './sample.ts';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Launches a wave in one transaction: freezes the frame, draws the sample (its seed is kept), writes recipients, invitations and codes, and the audit.
 * Gives how many are asked. Refuses, with every reason in a sentence, what may not go out; nothing is sent here.
 */
export async function launchWave(deps: Deps, actor: Actor, id: string): Promise<{ asked: number }> {
  const asked = await transaction(deps.db, async (tx) => {
    const wave = await waveLocked(tx, id);
    if (wave === null) throw problems.notFound('wave');
    const seed = hex(deps.randomBytes(16));
    const { facts, versionId } = await prepareLaunch(deps, tx, wave, { seed, actor });
    const against = launchChecks(facts).filter(({ level }) => level === 'stops');
    if (against.length > 0 || versionId === null) throw launchRefused(against);
    return write(deps, tx, { wave, actor, seed, versionId });
  });
  deps.wake();
  return { asked };
}

interface Launch {
  wave: WaveRow;
  actor: Actor;
  seed: string;
  versionId: string;
}

async function write(deps: Deps, tx: Db, { wave, actor, seed, versionId }: Launch): Promise<number> {
  const at = deps.clock.now();
  const salt = hex(deps.randomBytes(16));
  const mailingId = deps.newId();
  const inFrame = await freezeFrame(tx, await choiceOf(deps, wave, seed), salt, asksEveryone(wave));
  await drawSample(deps, tx, wave, seed, inFrame);
  await insertMailing(tx, { id: mailingId, kind: 'wave', purpose: wave.purpose, by: actor.name, at });
  await takeUp(tx, wave.id, actor.name);
  await setLaunched(tx, { id: wave.id, versionId, mailingId, seed, by: actor.name, at });
  const codes = await freshCodes(deps, tx, await countToAsk(tx, wave.id));
  const asked = await insertAsked(tx, { waveId: wave.id, mailingId, nextAt: firstAt(deps, wave, at), salt }, codes);
  const detail = { asked, inFrame, versionId };
  await audit(tx, deps, actor, { action: 'wave.launch', subject: wave.id, detail });
  return asked;
}

/** When the tick first looks at the wave's people: on the plan's own moment, and never before the launch can no longer be taken back. */
function firstAt(deps: Deps, wave: WaveRow, launchedAt: Date): Date {
  const place = { zone: wave.timeZone, nation: wave.nation };
  const table = timetable(contactPlan.parse(wave.plan), { ...wave, place, sandboxed: [] });
  return new Date(Math.max(table.planned[0] ?? 0, leavesFrom(deps, launchedAt).getTime()));
}
