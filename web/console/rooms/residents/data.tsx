import { type Answer, fileAddress } from '../../../shared/api.ts';
import { Go, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { Erase } from './erase.tsx';

export type Erasure = Answer<'GET /api/v1/residents/{id}/erasure'>;
type Line = Erasure['lines'][number];

const columns = (t: Translate): Column<Line>[] => [
  { key: 'what', head: t('data.kind'), cell: ({ what }) => <Said>{what}</Said> },
  { key: 'count', head: t('data.count'), figures: true, cell: ({ count }) => sayNumber(count) },
  { key: 'does', head: t('data.does'), cell: ({ does }) => <Said>{does}</Said> },
  { key: 'why', head: t('data.why'), cell: ({ why }) => <Said>{why}</Said> },
];

function Give({ id }: { id: string }) {
  const t = useT();
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('data.give_title')}</h2>
      <p>{t('data.give_about')}</p>
      <div className="acts gap">
        <a
          className="go-button go-main"
          href={fileAddress('GET /api/v1/residents/{id}/everything.html', { params: { id } })}
          download
        >
          {t('data.give_page')}
        </a>
        <a
          className="go-button"
          href={fileAddress('GET /api/v1/residents/{id}/everything.json', { params: { id } })}
          download
        >
          {t('data.give_json')}
        </a>
      </div>
    </section>
  );
}

/** What a person may ask of us: everything that is held on them, and to be erased. */
export default function DataRoom() {
  const t = useT();
  const id = useParam('id');
  const query = useApi('GET /api/v1/residents/{id}/erasure', { params: { id } });
  const name = query.data?.name;
  return (
    <Page title={name ? t('data.of', { name }) : t('data.title')}>
      <Loaded query={query} what={t('data.what')}>
        {(erasure) => (
          <>
            <p className="back">
              <Go to={`/residents/${id}`}>{erasure.name}</Go>
            </p>
            <Give id={id} />
            <section aria-labelledby="erase">
              <h2 id="erase">{t('data.erase_title')}</h2>
              <p>{t('data.erase_about')}</p>
              <DataTable
                caption={t('data.erase_about')}
                captionUnseen
                columns={columns(t)}
                rows={erasure.lines}
                rowKey={({ what }) => what}
              />
              <p className="gap">{t('data.stops')}</p>
              <Erase id={id} erasure={erasure} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
