import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { useList } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { sayDetail } from './audit-detail.ts';
import { AuditFilters, useAuditFilter } from './audit-filters.tsx';
import { SettingsPage } from './settings-page.tsx';

type Line = Answer<'GET /api/v1/audit'>['items'][number];

/** The start of an id, which shows all that was done to the same thing. */
const about = (subject: string | null) =>
  subject === null ? null : (
    <Go to={`/settings/audit?subject=${encodeURIComponent(subject)}`}>
      <span lang="en">{subject.length > 20 ? `${subject.slice(0, 8)}...` : subject}</span>
    </Go>
  );

const columns = (t: Translate): Column<Line>[] => [
  { key: 'at', head: t('audit.at'), cell: ({ at }) => sayMoment(at) },
  { key: 'who', head: t('audit.who'), cell: ({ actorName }) => actorName },
  {
    key: 'action',
    head: t('audit.action'),
    cell: ({ action }) => <span lang="en">{action.replaceAll(/[._]/g, ' ')}</span>,
  },
  { key: 'subject', head: t('audit.subject'), cell: ({ subject }) => about(subject) },
  { key: 'detail', head: t('audit.detail'), cell: ({ detail }) => <span lang="en">{sayDetail(detail)}</span> },
];

/** Who did what, newest first, as far as it is asked for. */
export default function AuditRoom() {
  const t = useT();
  const list = useList('GET /api/v1/audit', { query: useAuditFilter() });
  return (
    <SettingsPage title={t('audit.title')}>
      <AuditFilters />
      <Listed list={list} what={t('audit.what')} empty={<Empty>{t('audit.nothing')}</Empty>}>
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
