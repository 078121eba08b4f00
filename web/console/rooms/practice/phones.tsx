import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { FindBox } from './find-box.tsx';
import { PracticeTabs } from './tabs.tsx';

type Phone = Answer<'GET /api/v1/practice/phones'>['items'][number];

const columns = (t: Translate): Column<Phone>[] => [
  {
    key: 'number',
    head: t('practice.number'),
    cell: ({ number }) => <Go to={`/practice/phone/${encodeURIComponent(number)}`}>{number}</Go>,
  },
  { key: 'last', head: t('practice.last'), cell: ({ last }) => <span dir="auto">{last}</span> },
  { key: 'at', head: t('practice.when'), cell: ({ at }) => sayMoment(at) },
];

/** Numbers that have had texts where text is practised. */
export default function PracticePhones() {
  const t = useT();
  const [q, setQ] = useState('');
  const phones = useLive('GET /api/v1/practice/phones', { query: { q: q || undefined } });
  return (
    <Page title={t('practice.phone')}>
      <PracticeTabs />
      <p>{t('practice.about_phone')}</p>
      <FindBox label={t('practice.find_phone')} onFind={setQ} />
      <Loaded query={phones} what={t('practice.what_phones')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('practice.no_phones')}</Empty>
          ) : (
            <DataTable
              caption={t('practice.phones')}
              columns={columns(t)}
              rows={items}
              rowKey={({ number }) => number}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
