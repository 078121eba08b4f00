import { mailCost } from '../../../channels/email/prices.ts';
import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import type { Db } from '../../../db/connect.ts';
import type { AudienceGroup } from '../../../db/queries/audience.ts';
import { lastRate } from '../../../db/queries/campaigns.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { callCost } from '../../../surveys/fieldwork/call-prices.ts';
import type { StepChannel } from '../../../surveys/fieldwork/channel.ts';
import { type Postage, postageOf } from '../../../surveys/fieldwork/postage.ts';
import type { Deps } from '../../deps.ts';
import { renderContext } from '../../work/render/context.ts';
import { renderText } from '../../work/render/text.ts';
import { mailPrices } from '../email-price/find.ts';
import { exampleRow } from './example.ts';
import { letterCostOf } from './letter-cost.ts';
import { waysOf } from './ways.ts';

/** Share of those asked who answer, until a campaign has waves of its own to go by: the middle of what landlords see. */
export const usualRate = 0.3;

/** The share of those asked who are likely to answer, and where that is taken from: the campaign's last wave, else what landlords see. */
export async function rateOf(db: Db, wave: WaveRow): Promise<{ rate: number; from: string | null }> {
  const last = await lastRate(db, wave.campaignId, wave.id);
  return last === null || last.rate === 0 ? { rate: usualRate, from: null } : { rate: last.rate, from: last.name };
}

/** People by the way the first step would take to them. */
export interface Way {
  channel: StepChannel;
  language: string;
  format: AudienceGroup['format'];
  count: number;
}

/** How many of those who may be asked go by each way; of a sample, its share of each. */
export function waysOfFirstStep(wave: WaveRow, groups: readonly AudienceGroup[], share: number): Way[] {
  const [first] = wave.plan.steps;
  const ways = new Map<string, Way>();
  for (const group of groups) {
    const channel = first && waysOf(first, group)[0];
    if (group.outReason !== null || !channel) continue;
    const key = `${channel} ${group.language} ${group.format}`;
    const way = ways.get(key) ?? { channel, language: group.language, format: group.format, count: 0 };
    ways.set(key, { ...way, count: way.count + group.count });
  }
  return [...ways.values()].map((way) => ({ ...way, count: Math.round(way.count * share) }));
}

export interface Cost {
  channel: StepChannel;
  language: string;
  pence: number;
  /** Pence of one, where one is like another: a letter's depends on its print. */
  each: number | null;
  /** False where nobody has set what one costs: then it is not in the sum. */
  priced: boolean;
}

interface Costed {
  versionId: string | null;
  groups: readonly AudienceGroup[];
  questions: number;
  /** Share of those who may be asked that is asked, and of those asked that is likely to answer. */
  share: number;
  rate: number;
}

/** What the whole plan costs at most: everybody gets every step, by the way it would take, in segments of their language and sheets of their print. */
export async function planCost(deps: Deps, wave: WaveRow, given: Costed): Promise<Cost[]> {
  const { versionId, groups, share, rate } = given;
  const mail = mailCost((await mailPrices(deps.db))(deps.channels.email.provider, wave.opensOn));
  const prices = { texts: await textPrices(deps, wave, versionId, groups), mail };
  const costs = new Map<string, Cost>();
  for (const [index, step] of wave.plan.steps.entries()) {
    const stillAsked = index === 0 ? 1 : 1 - rate / 2;
    const postage = postageOf(wave.plan.steps, index);
    for (const group of groups.filter(({ outReason }) => outReason === null)) {
      const channel = waysOf(step, group)[0];
      if (!channel) continue;
      const each = unitCosts[channel](wave.opensOn, group, prices, { ...given, postage });
      const pence = (each ?? 0) * group.count * share * stillAsked;
      const key = `${channel} ${group.language}`;
      const before = costs.get(key)?.pence ?? 0;
      costs.set(key, {
        channel,
        language: group.language,
        pence: before + pence,
        each: channel === 'post' ? null : each,
        priced: each !== null,
      });
    }
  }
  return [...costs.values()].map((cost) => ({ ...cost, pence: Math.round(cost.pence) }));
}

type UnitCost = (
  on: string,
  group: AudienceGroup,
  prices: { texts: ReadonlyMap<string, number>; mail: number | null },
  given: Costed & { postage: Postage },
) => number | null;

/** Pence of one message by each way; null where nobody has set it. */
const unitCosts: Readonly<Record<StepChannel, UnitCost>> = {
  sms: (_, { language }, { texts }) => texts.get(language) ?? 0,
  email: (_, __, { mail }) => mail,
  post: (on, { format }, _, { questions, postage }) => letterCostOf(on, { format, questions, postage }),
  telephone: (on, _, __, { rate }) => callCost(on, rate),
};

/** Pence of one invitation by text in each language: its very words, counted. */
async function textPrices(
  deps: Deps,
  wave: WaveRow,
  versionId: string | null,
  groups: readonly AudienceGroup[],
): Promise<Map<string, number>> {
  if (versionId === null) return new Map();
  const context = await renderContext(deps);
  const languages = [...new Set(groups.map(({ language }) => language))];
  const prices = languages.map(async (language) => {
    const words = await renderText(context, exampleRow(wave, { versionId, language }), null);
    return [language, textCost(countSegments(words).segments, wave.opensOn)] as const;
  });
  return new Map(await Promise.all(prices));
}
