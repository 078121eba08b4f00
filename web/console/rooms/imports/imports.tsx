import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { Go, useGo } from '../../go.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { ListedTable } from '../../parts/listed-table.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange, useList } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';

type Listing = Answer<'GET /api/v1/residents/import'>['items'][number];

/** The body limit of the server, told before the file is sent in vain. */
const mostMb = 25;

function Choose() {
  const t = useT();
  const go = useGo();
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useChange('POST /api/v1/residents/import');
  const choose = (file: File | null) => {
    setTooLarge(file !== null && file.size > mostMb * 1024 * 1024);
    if (file === null || file.size > mostMb * 1024 * 1024) return;
    upload.mutate({ query: { filename: file.name }, file }, { onSuccess: ({ id }) => go(`/residents/import/${id}`) });
  };
  return (
    <div className="stack">
      <FileBox
        label={t('imports.file')}
        hint={t('imports.hint')}
        accept=".csv,.xlsx,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChoose={choose}
      />
      {upload.isPending ? <p role="status">{t('imports.sending')}</p> : null}
      {tooLarge ? <p role="alert">{t('imports.too_large', { mb: mostMb })}</p> : null}
      <ErrorNote error={upload.error} />
    </div>
  );
}

const columns = (t: Translate): Column<Listing>[] => [
  {
    key: 'file',
    head: t('imports.one'),
    cell: ({ id, filename }) => <Go to={`/residents/import/${id}`}>{filename}</Go>,
  },
  { key: 'at', head: t('imports.when'), cell: ({ at, by }) => t('imports.by', { when: sayMoment(at), by }) },
  { key: 'rows', head: t('imports.rows'), figures: true, cell: ({ rows }) => sayNumber(rows) },
  { key: 'state', head: t('waves.status'), cell: ({ state }) => t(`imports.state.${state}`) },
  {
    key: 'changes',
    head: t('imports.changes'),
    figures: true,
    cell: ({ state, counts }) => (state === 'applied' ? sayNumber(counts.new + counts.changed + counts.left) : ''),
  },
];

/** Brings in residents from a file, and shows the files that were brought. */
export default function Imports() {
  const t = useT();
  const list = useList('GET /api/v1/residents/import', {});
  return (
    <Page title={t('imports.title')}>
      <Choose />
      <ListedTable
        title={t('imports.before')}
        list={list}
        what={t('imports.what')}
        empty={<p>{t('imports.none')}</p>}
        columns={columns(t)}
      />
    </Page>
  );
}
