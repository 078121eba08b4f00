import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';

type Row = Answer<'GET /api/v1/questionnaires'>['items'][number];

function stands({ version, changed }: Row, t: Translate): string {
  if (version === null) return t('questionnaires.not_published');
  return t(changed ? 'questionnaires.version_changed' : 'questionnaires.version', { number: version });
}

const columns = (t: Translate): Column<Row>[] => [
  { key: 'name', head: t('questionnaires.one'), cell: ({ id, name }) => <Go to={`/questionnaires/${id}`}>{name}</Go> },
  { key: 'questions', head: t('questionnaires.questions'), figures: true, cell: ({ questions }) => questions },
  { key: 'stands', head: t('questionnaires.stands'), cell: (row) => stands(row, t) },
  {
    key: 'languages',
    head: t('questionnaires.languages'),
    cell: ({ languages }) => languages.map((code) => wordOf('tongue', code)).join(', '),
  },
  {
    key: 'changed',
    head: t('questionnaires.changed'),
    cell: ({ draftAt, draftBy }) => t('questionnaires.at_by', { at: sayMoment(draftAt), by: draftBy }),
  },
  {
    key: 'editions',
    head: t('formats.title_short'),
    cell: ({ id, name }) => <Go to={`/questionnaires/${id}/editions`}>{t('formats.title', { name })}</Go>,
  },
];

/** Every questionnaire, how it stands and in which languages. */
export default function Questionnaires() {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires');
  const may = useMay('officer', 'administrator');
  const start = may ? (
    <GoButton main to="/questionnaires/new">
      {t('questionnaires.new')}
    </GoButton>
  ) : null;
  return (
    <Page title={t('nav.questionnaires')} acts={start}>
      <Loaded query={query} what={t('questionnaires.what')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty act={start}>{t('questionnaires.empty')}</Empty>
          ) : (
            <DataTable
              caption={t('nav.questionnaires')}
              captionUnseen
              columns={columns(t)}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
