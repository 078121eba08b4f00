import { letterCost, sheetsOf } from '../../../channels/post/prices.ts';
import { setBill } from '../../../db/commands/wave-bills.ts';
import { transaction } from '../../../db/connect.ts';
import { versionToLaunch } from '../../../db/queries/launch.ts';
import { answersAndSteps, type CostRow, costRows } from '../../../db/queries/wave-cost.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import { formats } from '../../../surveys/format.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** A channel's cost as it is shown: by its bill where one was typed in, else by list prices of the day for letters of so many sheets. */
function lineOf(sheets: number, { channel, messages, pence, unpriced, answers, bill }: CostRow) {
  const listed =
    pence + unpriced.reduce((sum, { day, postage, count }) => sum + letterCost(day, { sheets, postage }) * count, 0);
  const spent = bill?.pence ?? listed;
  return {
    channel,
    messages,
    answers,
    estimate: Math.round(listed),
    spent: Math.round(spent),
    bill: bill && { ...bill, at: new Date(bill.at) },
  };
}

/** What a wave has cost, by channel and for each answer, and what may come. Throws `not_found`. */
export async function seeCost(deps: Deps, waveId: string) {
  const wave = await waveById(deps.db, waveId);
  if (!wave) throw problems.notFound('wave');
  const questions = (await versionToLaunch(deps.db, wave))?.compiled.questions.length ?? 0;
  const sheets = sheetsOf(questions, formats.standard.points);
  const lines = (await costRows(deps.db, waveId)).map((row) => lineOf(sheets, row));
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + of(line), 0);
  const [spent, messages] = [sum((line) => line.spent), sum((line) => line.messages)];
  const { answers, steps } = await answersAndSteps(deps.db, waveId);
  return {
    lines,
    spent,
    answers,
    /** If nobody else answered: every step that is left, at what a message cost so far. */
    toCome: messages === 0 ? null : Math.round((spent / messages) * steps),
  };
}

/** Types in what the bill of a channel said, or takes it back with null. Throws `not_found`. */
export async function changeBill(
  deps: Deps,
  actor: Actor,
  waveId: string,
  { channel, pence }: { channel: ContactChannel; pence: number | null },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if ((await waveById(tx, waveId)) === null) throw problems.notFound('wave');
    await setBill(tx, { waveId, channel, pence, by: actor.name, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'wave.bill', subject: waveId, detail: { channel, pence } });
  });
}
