import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Listed } from '../../parts/listed.tsx';
import { useList } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';

type Past = Answer<'GET /api/v1/groups/{id}/history'>['items'][number];

const columns = (t: Translate): Column<Past>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => <Go to={`/residents/${residentId}`}>{name}</Go>,
  },
  {
    key: 'from',
    head: t('members.from'),
    cell: ({ from, joinedBy }) => `${sayDay(from)}, ${t(`members.joined_${joinedBy}`)}`,
  },
  { key: 'to', head: t('members.to'), cell: ({ to }) => sayDay(to) },
  {
    key: 'why',
    head: t('members.leave_why'),
    cell: ({ reason, note }) => [t(`left.${reason ?? 'not_known'}`), note].filter(Boolean).join('. '),
  },
];

/** Who was in a group before, from when to when, and why they left. */
export function PastMembers({ groupId }: { groupId: string }) {
  const t = useT();
  const list = useList('GET /api/v1/groups/{id}/history', { params: { id: groupId }, query: {} });
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t('members.past')}</h2>
      <Listed list={list} what={t('members.past_what')} empty={<p>{t('members.past_none')}</p>}>
        {(items) => (
          <DataTable
            caption={t('members.past')}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ residentId, from }) => `${residentId} ${from}`}
          />
        )}
      </Listed>
    </section>
  );
}
