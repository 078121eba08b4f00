import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import { cancelTakenOut, setPosted, startClocks } from '../../../db/commands/print.ts';
import { transaction } from '../../../db/connect.ts';
import { invitationsOfBatch } from '../../../db/queries/channels.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { waveById } from '../../../db/queries/waves.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { followingAt, timetable } from '../../../surveys/fieldwork/due.ts';
import { contactPlan } from '../../../surveys/fieldwork/plan.ts';
import { localTime } from '../../../surveys/fieldwork/quiet.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { nextPackWays } from '../delivery/pack-ways.ts';

/** Letters count as sent at noon of the day they were posted. */
const posting = '12:00';

/** Marks a print batch posted on a local day: its letters are sent but for those to be taken out, and the clock of the next step starts. */
export const markPosted = (deps: Deps, actor: Actor, id: string, postedOn: string): Promise<void> =>
  transaction(deps.db, async (tx) => {
    const zone = (await landlordSettings(tx))?.timeZone ?? 'Europe/London';
    if (postedOn > localDate(deps.clock.now().getTime(), zone))
      throw problems.conflict('not_yet', 'That day is still to come.');
    const at = new Date(localTime(postedOn, posting, zone));
    const out = await cancelTakenOut(tx, id, at, deps.clock.now());
    const posted = await setPosted(tx, id, at, actor.name);
    if (posted === null) throw problems.conflict('not_ready', 'This batch is not ready, or is marked posted already.');
    const wave = posted.waveId === null ? null : await waveById(tx, posted.waveId);
    if (wave !== null) {
      const place = { zone: wave.timeZone, nation: wave.nation };
      const table = timetable(contactPlan.parse(wave.plan), { ...wave, place, sandboxed: [] });
      const next = followingAt(table, posted.step, at.getTime());
      await startClocks(tx, id, posted.step, next === null ? null : new Date(next));
    }
    await nextPackWays(
      deps,
      tx,
      out.map((letter) => letter.id),
    );
    await refreshDispositions(tx, await invitationsOfBatch(tx, id), deps.clock.now());
    await audit(tx, deps, actor, { action: 'batch.posted', subject: id, detail: { postedOn } });
  });
