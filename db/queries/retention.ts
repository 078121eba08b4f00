import type { Db } from '../connect.ts';
import type { KeepingRule } from '../holdings/keeping.ts';

/** How long things are kept, and whether they go by themselves. */
export interface RetentionRow {
  on: boolean;
  months: Record<string, number>;
  changedAt: Date;
  changedBy: string;
  ranAt: Date | null;
  went: Record<string, number> | null;
}

/** The landlord's own settings; null before there are any. `demo` is whether the landlord is the invented one. */
export async function retentionRow(db: Db): Promise<(RetentionRow & { demo: boolean }) | null> {
  const [row] = await db<(RetentionRow & { demo: boolean })[]>`
    select r.*, coalesce(l.demo, false) as demo from retention r left join landlord l on true`;
  return row ?? null;
}

/** How much of one kind is too old now, and the oldest of it. */
export interface TooOld {
  kind: string;
  count: number;
  oldest: Date | null;
}

/** The same, asked of the first step of a rule: what an administrator would call one of them. */
export async function tooOld(db: Db, { kind, steps }: KeepingRule, before: Date): Promise<TooOld> {
  const [step] = steps;
  if (step === undefined) return { kind, count: 0, oldest: null };
  const [row] = await db.unsafe<{ count: number; oldest: Date | null }[]>(
    `select count(*) as count, min(${step.since}) as oldest from "${step.table}" t where ${step.old}`,
    [before.toISOString()],
  );
  return { kind, count: row?.count ?? 0, oldest: row?.oldest ?? null };
}
