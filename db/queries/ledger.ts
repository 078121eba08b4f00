import type { Disposition, LedgerFacts } from '../../surveys/fieldwork/disposition.ts';
import type { Db } from '../connect.ts';

export interface LedgerRow extends LedgerFacts {
  id: string;
  disposition: Disposition;
}

/** What the ledger knows of some invitations, for their outcomes. */
export const ledgerFacts = (db: Db, invitationIds: readonly string[]) => db<LedgerRow[]>`
  select i.id, i.disposition,
    case when p.state = 'complete' then 'complete'
      when jsonb_path_exists(p.interview, '$.answers.* ? (!exists(@.offRoute))') then 'part' else 'none' end as response,
    exists (
      select from suppressions s where s.resident_id = rec.resident_id and s.lifted_at is null and s.at >= w.launched_at
        and s.reason in ('stop', 'unsubscribe', 'complaint', 'do_not_contact') and (s.purpose is null or s.purpose = c.purpose)
    ) as refused,
    coalesce(r.status, 'current') as resident, i.next_at is not null as more, w.status = 'closed' as wave_closed,
    count(d.id) filter (where d.status = 'delivered')::int as delivered,
    count(d.id) filter (where d.status = 'sent' or (d.status = 'accepted' and d.channel <> 'post'))::int as sent,
    count(d.id) filter (where d.status = 'unknown')::int as unknown,
    count(d.id) filter (where d.status = 'failed')::int as failed,
    count(d.id) filter (where d.status in ('due', 'claimed') or (d.status = 'accepted' and d.channel = 'post'))::int as pending
  from invitations i
  join waves w on w.id = i.wave_id
  join campaigns c on c.id = w.campaign_id
  join recipients rec on rec.id = i.id
  left join residents r on r.id = rec.resident_id
  left join responses p on p.frame_member_id = i.frame_member_id
  left join deliveries d on d.recipient_id = i.id and d.step is not null
  where i.id = any(${invitationIds}::uuid[])
  group by i.id, p.id, p.state, rec.resident_id, w.launched_at, w.status, c.purpose, r.status`;
