import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import { WaveTabs } from '../waves/wave-tabs.tsx';

type Campaign = Answer<'GET /api/v1/campaigns'>['items'][number];

const columns = (t: Translate): Column<Campaign>[] => [
  { key: 'name', head: t('campaigns.name'), cell: ({ id, name }) => <Go to={`/campaigns/${id}`}>{name}</Go> },
  { key: 'purpose', head: t('waves.purpose'), cell: ({ purpose }) => t(`waves.purpose.${purpose}`) },
  { key: 'unit', head: t('campaigns.asks'), cell: ({ unit }) => t(`campaign.unit_${unit}`) },
  {
    key: 'rhythm',
    head: t('campaigns.rhythm'),
    cell: ({ recurrence }) => t(`campaign.every_${recurrence?.every ?? 'none'}`),
  },
];

/** Surveys that come round. */
export default function Campaigns() {
  const t = useT();
  const campaigns = useApi('GET /api/v1/campaigns');
  return (
    <Page title={t('waves.title')} part={t('campaigns.title')}>
      <WaveTabs />
      <Loaded query={campaigns} what={t('campaigns.what')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty act={null}>{t('campaigns.none')}</Empty>
          ) : (
            <DataTable caption={t('campaigns.title')} columns={columns(t)} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}
