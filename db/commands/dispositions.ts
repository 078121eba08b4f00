import { type Disposition, disposition, forward, news, newsWhenClosed } from '../../surveys/fieldwork/disposition.ts';
import type { Db } from '../connect.ts';
import { ledgerFacts } from '../queries/ledger.ts';

/** Works out the outcome of some invitations anew and writes those that changed. An outcome gives way only to a more final one. */
export async function refreshDispositions(db: Db, invitationIds: readonly string[], at: Date): Promise<void> {
  if (invitationIds.length === 0) return;
  const changed = (await ledgerFacts(db, [...new Set(invitationIds)]))
    .map((row) => ({ id: row.id, was: row.disposition, next: forward(row.disposition, disposition(row)) }))
    .filter(({ was, next }) => was !== next);
  if (changed.length > 0) await setDispositions(db, changed, at);
}

const textArray = (words: readonly string[]) => `array['${words.join("', '")}']`;
/** `news` as rows of a statement; of two of one invitation the one further along counts. */
const newsRows = Object.entries(news)
  .map(([status, { next, yields }], at) => `('${status}', '${next}', ${textArray(yields)}, ${at})`)
  .join(', ');

/**
 * Within the statement that moves deliveries: what that makes of their invitations, by `news` alone. `moved` is the common table of those deliveries, with
 * `recipient_id`, `step` and `status`. One update, no look at the ledger: of 100 it takes 2 ms where `refreshDispositions` takes 12.
 */
export const moveDispositions = (db: Db, moved: string, at: Date) => db`
  update invitations i set disposition = case when w.status = 'closed' then ${newsWhenClosed.next} else n.next end, disposition_at = ${at}
  from (
    select distinct on (m.recipient_id) m.recipient_id, s.next, s.yields
    from ${db(moved)} m join (values ${db.unsafe(newsRows)}) s (status, next, yields, rank) on s.status = m.status
    where m.step is not null order by m.recipient_id, s.rank desc
  ) n, waves w
  where i.id = n.recipient_id and w.id = i.wave_id
    and i.disposition = any(case when w.status = 'closed' then ${db.unsafe(textArray(newsWhenClosed.yields))} else n.yields end)`;

/** Says of one invitation that its form came back blank, unless it is more final; nothing more goes out then. */
export const setBlank = (
  db: Db,
  { invitationId, yields, at, why }: { invitationId: string; yields: readonly Disposition[]; at: Date; why: string },
) => db`
  with blank as (
    update invitations set disposition = 'blank', disposition_at = ${at}, next_at = null
    where id = ${invitationId} and disposition = any(${[...yields]}) returning id
  )
  update deliveries d set status = 'cancelled', next_action = ${why} from blank
  where d.recipient_id = blank.id and d.status = 'due' and d.kind in ('invitation', 'reminder')`;

/** Changes outcomes that still stand as they were read: whoever answered meanwhile keeps that. */
const setDispositions = (db: Db, rows: readonly { id: string; was: Disposition; next: Disposition }[], at: Date) => db`
  update invitations i set disposition = x.next, disposition_at = ${at}
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, was text, next text)
  where i.id = x.id and i.disposition = x.was`;
