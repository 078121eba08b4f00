import { type KeepingRule, keepingRules } from '../../../db/holdings/keeping.ts';
import { type RetentionRow, retentionRow, tooOld } from '../../../db/queries/retention.ts';
import type { Deps } from '../../deps.ts';

/** Months a kind is kept: the landlord's figure within its bounds, else ours. */
export const monthsOf = ({ kind, months, least, most }: KeepingRule, own: RetentionRow['months']): number =>
  Math.min(most, Math.max(least, own[kind] ?? months));

/** The moment before which a kind is too old: so many months ago, on the last day of a month that is shorter. */
export function cutOf(now: Date, months: number): Date {
  const cut = new Date(now);
  cut.setUTCDate(1);
  cut.setUTCMonth(cut.getUTCMonth() - months);
  const last = new Date(Date.UTC(cut.getUTCFullYear(), cut.getUTCMonth() + 1, 0)).getUTCDate();
  cut.setUTCDate(Math.min(now.getUTCDate(), last));
  return cut;
}

/** Every rule as it stands, and what would go were it run now. Changes nothing. */
export async function seeRetention({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const row = await retentionRow(db);
  const rules = [];
  for (const rule of keepingRules) {
    const months = monthsOf(rule, row?.months ?? {});
    const { count, oldest } = await tooOld(db, rule, cutOf(clock.now(), months));
    const { kind, title, becomes, least, most } = rule;
    rules.push({ kind, title, becomes, least, most, months, usual: rule.months, count, oldest });
  }
  const { on = false, ranAt = null, went = null } = row ?? {};
  return { on, ranAt, wentCount: went === null ? null : Object.values(went).reduce((sum, n) => sum + n, 0), rules };
}
