import { isPageFormat } from '../../../../surveys/format.ts';
import type { Answer } from '../../../shared/api.ts';
import { fileAddress } from '../../../shared/api.ts';
import { Arrives } from '../../parts/arrives.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { BeforePosting } from './before-posting.tsx';
import { MarkPosted } from './mark-posted.tsx';
import { PrintAgain } from './print-again.tsx';

export type Batch = Answer<'GET /api/v1/batches'>['items'][number];

/** "Second class", and when it arrives. */
function Class({ batch: { postage, arrives, state } }: { batch: Batch }) {
  const t = useT();
  return (
    <>
      {t(`postage.${postage}`)}
      {state === 'ready' ? <Arrives arrives={arrives} words="postage.arrives_if" /> : null}
      {state === 'posted' ? <Arrives arrives={arrives} words="postage.arrives" /> : null}
    </>
  );
}

function State({ batch }: { batch: Batch }) {
  const t = useT();
  if (batch.postedOn) return t('post.posted_on', { day: sayDay(batch.postedOn) });
  return (
    <>
      {t(`post.state.${batch.state}`)} {batch.fault ? <Said>{batch.fault}</Said> : null}
    </>
  );
}

function Files({ batch }: { batch: Batch }) {
  const t = useT();
  if (batch.state !== 'ready' && batch.state !== 'posted') return null;
  const given = { params: { id: batch.id } };
  const { number } = batch;
  return (
    <span className="acts">
      {isPageFormat(batch.format) ? (
        <a href={fileAddress('GET /api/v1/batches/{id}/pdf', given)} download>
          {t('post.pdf', { number })}
        </a>
      ) : (
        <a href={fileAddress('GET /api/v1/batches/{id}/folder', given)} download>
          {t('post.folder', { number })}
        </a>
      )}
      <a href={fileAddress('GET /api/v1/batches/{id}/manifest', given)} download>
        {t('post.manifest', { number })}
      </a>
    </span>
  );
}

function Act({ batch: { id, number, letters, state, takeOut } }: { batch: Batch }) {
  const t = useT();
  if (state === 'failed') return <PrintAgain id={id} number={number} />;
  if (state !== 'ready') return null;
  return <MarkPosted id={id} label={t('post.mark', { number })} letters={letters} takenOut={takeOut.length} />;
}

const columns = (t: Translate): Column<Batch>[] => [
  { key: 'number', head: t('post.batch'), cell: ({ number, name }) => `${number}, ${name}` },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'format', head: t('post.format'), cell: ({ format }) => t(`format.${format}`) },
  { key: 'postage', head: t('postage.class'), cell: (batch) => <Class batch={batch} /> },
  { key: 'letters', head: t('post.letters'), figures: true, cell: ({ letters }) => sayNumber(letters) },
  { key: 'pages', head: t('post.pages'), figures: true, cell: ({ pages }) => (pages === null ? '' : sayNumber(pages)) },
  { key: 'state', head: t('waves.status'), cell: (batch) => <State batch={batch} /> },
  { key: 'files', head: t('post.files'), cell: (batch) => <Files batch={batch} /> },
  {
    key: 'acts',
    head: t('post.act'),
    cell: (batch) => <Act batch={batch} />,
  },
];

/** Letters by print file: what is being made, what is ready to print, what was posted. */
export function Batches({ wave }: { wave?: string }) {
  const t = useT();
  const batches = useLive('GET /api/v1/batches', { query: { wave } });
  return (
    <section>
      <h2>{t('post.batches')}</h2>
      <Loaded query={batches} what={t('post.what')}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('post.none')}</p>
          ) : (
            <>
              <BeforePosting batches={items} />
              <DataTable
                caption={t('post.batches')}
                captionUnseen
                columns={columns(t)}
                rows={items}
                rowKey={({ id }) => id}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
