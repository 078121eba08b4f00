import { TextInput } from '@mantine/core';
import type { Answer } from '../../../shared/api.ts';
import { useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { useList } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { sayDetail } from './audit-detail.ts';
import { SettingsPage } from './settings-page.tsx';

type Line = Answer<'GET /api/v1/audit'>['items'][number];

const columns = (t: Translate): Column<Line>[] => [
  { key: 'at', head: t('audit.at'), cell: ({ at }) => sayMoment(at) },
  { key: 'who', head: t('audit.who'), cell: ({ actorName }) => actorName },
  {
    key: 'action',
    head: t('audit.action'),
    cell: ({ action }) => <span lang="en">{action.replaceAll(/[._]/g, ' ')}</span>,
  },
  { key: 'detail', head: t('audit.detail'), cell: ({ detail }) => <span lang="en">{sayDetail(detail)}</span> },
];

/** Who did what, newest first. */
export default function AuditRoom() {
  const t = useT();
  const [from, setFrom] = useQueryParam('from');
  const list = useList('GET /api/v1/audit', { query: { from: from === '' ? undefined : from } });
  return (
    <SettingsPage title={t('audit.title')}>
      <TextInput
        type="date"
        className="filter short"
        label={t('audit.from')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Listed list={list} what={t('audit.what')} empty={<Empty>{t('audit.none')}</Empty>}>
        {(items) => (
          <DataTable
            caption={t('audit.title')}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ id }) => String(id)}
          />
        )}
      </Listed>
    </SettingsPage>
  );
}
