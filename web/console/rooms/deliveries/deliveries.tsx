import type { Answer } from '../../../shared/api.ts';
import { Go, useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useList } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { ResendOrLeave } from './resend-or-leave.tsx';

type Delivery = Answer<'GET /api/v1/deliveries'>['items'][number];

const columns = (t: Translate): Column<Delivery>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => (residentId === null ? name : <Go to={`/residents/${residentId}`}>{name}</Go>),
  },
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'wave', head: t('waves.name'), cell: ({ wave }) => wave ?? '' },
  { key: 'at', head: t('deliveries.at'), cell: ({ at }) => sayMoment(at) },
  {
    key: 'reason',
    head: t('messages.reason'),
    cell: ({ reason }) => (reason === null ? '' : <Said>{reason}</Said>),
  },
  { key: 'acts', head: t('post.act'), cell: ({ id, name }) => <ResendOrLeave id={id} name={name} /> },
];

/** Messages of which nobody can say whether they went: each waits for a person. */
export default function Deliveries() {
  const t = useT();
  const [wave] = useQueryParam('wave');
  const list = useList('GET /api/v1/deliveries', {
    query: { status: 'unknown', wave: wave === '' ? undefined : wave },
  });
  return (
    <Page title={t('deliveries.title')}>
      <p>{t('deliveries.about')}</p>
      <div className="gap">
        <Listed list={list} what={t('messages.what')} empty={<Empty>{t('deliveries.none')}</Empty>}>
          {(items) => (
            <DataTable
              caption={t('deliveries.title')}
              captionUnseen
              columns={columns(t)}
              rows={items}
              rowKey={({ id }) => id}
            />
          )}
        </Listed>
      </div>
    </Page>
  );
}
