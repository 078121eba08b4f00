import type { Db } from '../connect.ts';
import type { Launch } from '../queries/take-back.ts';

type Sql = ReturnType<Db>;

/**
 * Holds what was written at a launch and what came of it until the transaction ends: nobody claims or ticks any of it then, and an answer waits. Gives false,
 * without waiting, where somebody holds a part of it at this moment: they are about to send it or have just got an answer.
 */
export async function holdLaunch(db: Db, { id, mailingId }: Launch): Promise<boolean> {
  const invitations = await holdAll(db, db`invitations t where t.wave_id = ${id}`);
  return (
    invitations &&
    (await holdAll(
      db,
      db`deliveries t where t.recipient_id in (select r.id from recipients r where r.mailing_id = ${mailingId})`,
    ))
  );
}

async function holdAll(db: Db, rows: Sql): Promise<boolean> {
  const [row] = await db<{ all: boolean }[]>`
    with held as materialized (select t.id from ${rows} for update of t skip locked)
    select (select count(*) from held) = (select count(*) from ${rows}) as all`;
  return row?.all ?? false;
}

/**
 * Makes a launched wave a plan again: the frame, the sample, the invitations with their codes and whatever was due are gone, and whoever approved has
 * not approved the next launch. The codes stay in the well of all time, so that none is ever given out again; a prize keeps its seed and its seal, so
 * that nobody can launch until they like the draw.
 */
export async function undoLaunch(db: Db, { id, mailingId }: Launch): Promise<void> {
  await db`
    update waves set status = 'draft', version_id = null, mailing_id = null, seed = null, launched_by = null, launched_at = null, paused_at = null
    where id = ${id}`;
  await db`delete from approvals where wave_id = ${id}`;
  await db`delete from cell_asks where wave_id = ${id}`;
  await db`delete from quota_fills where wave_id = ${id}`;
  await db`delete from deliveries d using recipients r where d.recipient_id = r.id and r.mailing_id = ${mailingId}`;
  await db`delete from invitations where wave_id = ${id}`;
  await db`delete from frame_members where wave_id = ${id}`;
  await db`delete from recipients where mailing_id = ${mailingId}`;
  await db`delete from mailings where id = ${mailingId}`;
}
