import { mailCost } from '../../../channels/email/prices.ts';
import { setBill } from '../../../db/commands/wave-bills.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { answersAfter, completeAnswers, type SpentRow, spentRows } from '../../../db/queries/wave-cost.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { type MailPriceOf, mailPrices } from '../email-price/find.ts';
import { costToCome } from './cost-to-come.ts';
import { letterCostOf } from './letter-cost.ts';

/** Pence of one message that was not priced when it went; null where it has no price still. */
const priceOf = (mail: MailPriceOf, { channel, questions }: SpentRow, one: SpentRow['unpriced'][number]) =>
  channel === 'post' ? letterCostOf(one.day, { ...one, questions }) : mailCost(mail(one.provider, one.day));

/** A channel's cost as it is shown: by its bill where one was typed in, else by the prices of the day. */
function lineOf(mail: MailPriceOf, row: SpentRow) {
  const { channel, messages, pence, unpriced, bill } = row;
  const priced = unpriced.map((one) => ({ count: one.count, each: priceOf(mail, row, one) }));
  const listed = pence + priced.reduce((sum, { each, count }) => sum + (each ?? 0) * count, 0);
  const spent = bill?.pence ?? listed;
  return {
    channel,
    messages,
    /** Messages that nobody has set a price for: they are not in the sum. */
    notPriced: bill === null ? priced.reduce((sum, { each, count }) => sum + (each === null ? count : 0), 0) : 0,
    estimate: Math.round(listed),
    spent: Math.round(spent),
    bill: bill && { ...bill, at: new Date(bill.at) },
  };
}

/** What a wave has cost, by channel and for each answer, and what may come. Throws `not_found`. */
export async function seeCost(deps: Deps, waveId: string) {
  const wave = await waveById(deps.db, waveId);
  if (!wave) throw problems.notFound('wave');
  const mail = await mailPrices(deps.db);
  const after = await answersAfter(deps.db, waveId);
  const lines = (await spentRows(deps.db, waveId)).map((row) => ({
    ...lineOf(mail, row),
    answers: after.get(row.channel) ?? 0,
  }));
  return {
    lines,
    spent: lines.reduce((total, line) => total + line.spent, 0),
    answers: await completeAnswers(deps.db, waveId),
    toCome: await costToCome(deps, wave),
  };
}

/** Pence spent so far by wave, as the page of each tells it: of one, or with null of all. */
export async function spentBy(db: Db, waveId: string | null): Promise<Map<string, number>> {
  const mail = await mailPrices(db);
  const spent = new Map<string, number>();
  for (const row of await spentRows(db, waveId))
    spent.set(row.waveId, (spent.get(row.waveId) ?? 0) + lineOf(mail, row).spent);
  return spent;
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
