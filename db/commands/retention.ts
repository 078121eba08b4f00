import type { Db } from '../connect.ts';
import type { KeepingStep } from '../holdings/keeping.ts';

/** Takes one batch of what is too old, by where its rows lie; rows somebody holds are left for the next. Gives how many went. */
export async function takeOld(db: Db, { table, old, set }: KeepingStep, before: Date, limit: number): Promise<number> {
  const picked = `select t.ctid from "${table}" t where ${old} limit ${Math.trunc(limit)} for update skip locked`;
  const statement =
    set === null
      ? `delete from "${table}" t where t.ctid in (${picked})`
      : `update "${table}" t set ${set} where t.ctid in (${picked})`;
  return (await db.unsafe(statement, [before.toISOString()])).count;
}

export interface RetentionChange {
  on?: boolean | undefined;
  months?: Record<string, number> | undefined;
}

/** Saves how long things are kept; made when there is no row yet. */
export const saveRetention = (db: Db, { on, months }: RetentionChange, at: Date, by: string) => db`
  insert into retention (id, "on", months, changed_at, changed_by)
  values (1, ${on ?? false}, ${JSON.stringify(months ?? {})}::text::jsonb, ${at}, ${by})
  on conflict (id) do update set "on" = coalesce(${on ?? null}::boolean, retention.on),
    months = retention.months || excluded.months, changed_at = excluded.changed_at, changed_by = excluded.changed_by`;

/** Takes today's run for this process, when it is on and the last one began before `before`. True when it is ours. */
export const beginRun = async (db: Db, at: Date, before: Date): Promise<boolean> =>
  (
    await db`update retention set ran_at = ${at}, went = '{}' where id = 1 and "on" and (ran_at is null or ran_at <= ${before})`
  ).count > 0;

/** Notes how many of each kind went. */
export const noteRun = (db: Db, went: Readonly<Record<string, number>>) => db`
  update retention set went = ${JSON.stringify(went)}::text::jsonb where id = 1`;
