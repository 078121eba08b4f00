import type { Answer } from '../../../shared/api.ts';
import { Go, GoButton, useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useList } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { ResidentFilters } from './filters.tsx';

type Resident = Answer<'GET /api/v1/residents'>['items'][number];

const columns = (t: Translate): Column<Resident>[] => [
  { key: 'name', head: t('people.name'), cell: ({ id, name }) => <Go to={`/residents/${id}`}>{name}</Go> },
  { key: 'address', head: t('people.address'), cell: ({ address }) => address },
  { key: 'reference', head: t('residents.reference'), cell: ({ reference }) => reference },
  { key: 'area', head: t('residents.area'), cell: ({ area }) => area ?? '' },
  {
    key: 'tenure',
    head: t('residents.tenure'),
    cell: ({ tenure }) => (tenure === null ? '' : wordOf('tenure', tenure)),
  },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'format', head: t('post.format'), cell: ({ format }) => t(`format.${format}`) },
  { key: 'status', head: t('waves.status'), cell: ({ status }) => t(`residents.status.${status}`) },
];

/** Who looks for somebody adds a word rather than read more than these. */
const mostFound = 20;

/** Residents, found by name, address, reference or phone. */
export default function Residents() {
  const t = useT();
  const [q] = useQueryParam('q');
  const [area] = useQueryParam('area');
  const [tenure] = useQueryParam('tenure');
  const list = useList('GET /api/v1/residents', {
    query: {
      limit: q ? mostFound : undefined,
      q: q || undefined,
      area: area || undefined,
      tenure: tenure || undefined,
    },
  });
  const total = list.query.data?.pages[0]?.total ?? null;
  const bringIn = <GoButton to="/residents/import">{t('residents.import')}</GoButton>;
  const none = q ? <Empty>{t('residents.nobody', { q })}</Empty> : <Empty act={bringIn}>{t('residents.empty')}</Empty>;
  return (
    <Page title={t('residents.title')} acts={bringIn}>
      <ResidentFilters />
      <Listed list={list} what={t('residents.what')} empty={none}>
        {(items) => (
          <DataTable
            caption={
              total === null
                ? t('residents.many', { shown: sayNumber(items.length) })
                : t('residents.found', { total: sayNumber(total) })
            }
            columns={columns(t)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </Listed>
    </Page>
  );
}
