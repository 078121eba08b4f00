import { mailCost } from '../../../channels/email/prices.ts';
import { textCost } from '../../../channels/sms/prices.ts';
import type { Db } from '../../../db/connect.ts';
import { textCostSoFar } from '../../../db/queries/cell-asks.ts';
import { versionToLaunch } from '../../../db/queries/launch.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { callCost } from '../../../surveys/fieldwork/call-prices.ts';
import type { StepChannel } from '../../../surveys/fieldwork/channel.ts';
import { postageOf } from '../../../surveys/fieldwork/postage.ts';
import type { Format } from '../../../surveys/format.ts';
import type { Deps } from '../../deps.ts';
import { mailPrices } from '../email-price/find.ts';
import { todayIn } from '../today.ts';
import { rateOf } from './estimate.ts';
import { letterCostOf } from './letter-cost.ts';

/** A text whose like has not gone yet is taken to have so many segments. */
const usualSegments = 2;

/** Pence of one message at a step of the plan; null where nobody has set it. */
type Price = (one: { format: Format; step: number }) => number | null;

/** What one message of a wave costs today, by each way. */
export async function pricesToday(db: Db, deps: Deps, wave: WaveRow): Promise<Record<StepChannel, Price>> {
  const today = todayIn(wave.timeZone, deps);
  const text = (await textCostSoFar(db, wave.id)) ?? textCost(usualSegments, today);
  const mail = mailCost((await mailPrices(db))(deps.channels.email.provider, today));
  const questions = (await versionToLaunch(db, wave))?.compiled.questions.length ?? 0;
  const { rate } = await rateOf(db, wave);
  return {
    email: () => mail,
    sms: () => text,
    post: ({ format, step }) => letterCostOf(today, { format, questions, postage: postageOf(wave.plan.steps, step) }),
    telephone: () => callCost(today, rate),
  };
}
