import { mailCost } from '../../../channels/email/prices.ts';
import { setBill } from '../../../db/commands/wave-bills.ts';
import { transaction } from '../../../db/connect.ts';
import { versionToLaunch } from '../../../db/queries/launch.ts';
import { type CostRow, completeAnswers, costRows } from '../../../db/queries/wave-cost.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { type MailPriceOf, mailPrices } from '../email-price/find.ts';
import { costToCome } from './cost-to-come.ts';
import { letterCostOf } from './letter-cost.ts';

/** What prices of the day need besides: the questions on paper, and what mails cost. */
interface Prices {
  questions: number;
  mail: MailPriceOf;
}

/** Pence of one message that was not priced when it went; null where it has no price still. */
const priceOf = ({ questions, mail }: Prices, channel: CostRow['channel'], one: CostRow['unpriced'][number]) =>
  channel === 'post' ? letterCostOf(one.day, { ...one, questions }) : mailCost(mail(one.provider, one.day));

/** A channel's cost as it is shown: by its bill where one was typed in, else by the prices of the day. */
function lineOf(prices: Prices, { channel, messages, pence, unpriced, answers, bill }: CostRow) {
  const priced = unpriced.map((one) => ({ count: one.count, each: priceOf(prices, channel, one) }));
  const listed = pence + priced.reduce((sum, { each, count }) => sum + (each ?? 0) * count, 0);
  const spent = bill?.pence ?? listed;
  return {
    channel,
    messages,
    answers,
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
  const questions = (await versionToLaunch(deps.db, wave))?.compiled.questions.length ?? 0;
  const prices = { questions, mail: await mailPrices(deps.db) };
  const lines = (await costRows(deps.db, waveId)).map((row) => lineOf(prices, row));
  return {
    lines,
    spent: lines.reduce((total, line) => total + line.spent, 0),
    answers: await completeAnswers(deps.db, waveId),
    toCome: await costToCome(deps, wave),
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
