import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { Import } from './import.tsx';

type FileColumn = Import['columns'][number] & { at: number };

interface Choice {
  fields: readonly string[];
  choose: (at: number, field: string) => void;
}

function GoesTo({ column, one, choice }: { column: FileColumn; one: Import; choice: Choice }) {
  const t = useT();
  return (
    <NativeSelect
      aria-label={t('imports.where', { heading: column.heading })}
      value={choice.fields[column.at] ?? ''}
      onChange={(event) => choice.choose(column.at, event.currentTarget.value)}
      data={[
        { value: '', label: t('imports.leave_out') },
        ...one.fields.map(({ field, name }) => ({ value: field, label: name })),
      ]}
    />
  );
}

/** How we know, as long as nobody chose another. */
function howOf({ field, how }: FileColumn, now: string) {
  if ((field ?? '') !== now) return 'chosen';
  return how;
}

const columns = (t: Translate, one: Import, choice: Choice): Column<FileColumn>[] => [
  { key: 'heading', head: t('imports.heading'), cell: ({ heading }) => heading },
  {
    key: 'first',
    head: t('imports.first_rows'),
    cell: ({ first }) => (first.length > 0 ? first.join(', ') : t('imports.no_cells')),
  },
  { key: 'to', head: t('imports.goes_to'), cell: (column) => <GoesTo column={column} one={one} choice={choice} /> },
  {
    key: 'how',
    head: t('imports.how_sure'),
    cell: (column) => t(`imports.how.${howOf(column, choice.fields[column.at] ?? '')}`),
  },
];

function Intro({ one }: { one: Import }) {
  const t = useT();
  return (
    <p>
      {t('imports.match_about', { rows: sayNumber(one.rows) })}{' '}
      {one.sheet ? t('imports.sheet', { name: one.sheet }) : ''}{' '}
      {one.remembered ? t('imports.remembered', { day: sayDay(one.remembered) }) : ''}
    </p>
  );
}

/** Says where each column of the file goes, with what stands in it. It is remembered for the next file. */
export function Match({ one }: { one: Import }) {
  const t = useT();
  const [fields, setFields] = useState(() => one.columns.map(({ field }) => field ?? ''));
  const [everybody, setEverybody] = useState(one.everybody);
  const match = useChange('PUT /api/v1/residents/import/{id}/columns');
  const choose = (at: number, field: string) => setFields(fields.map((before, i) => (i === at ? field : before)));
  const press = () =>
    match.mutate({ params: { id: one.id }, body: { fields: fields.map((field) => field || null), everybody } });
  return (
    <section className="stack" aria-labelledby="import-match">
      <h2 id="import-match">{t('imports.match')}</h2>
      <Intro one={one} />
      <DataTable
        caption={t('imports.match')}
        captionUnseen
        columns={columns(t, one, { fields, choose })}
        rows={one.columns.map((column, at) => ({ ...column, at }))}
        rowKey={({ at }) => String(at)}
      />
      {fields.includes('reference') ? null : <p role="alert">{t('imports.no_reference')}</p>}
      <Checkbox
        label={t('imports.everybody')}
        description={t('imports.everybody_about')}
        checked={everybody}
        onChange={(event) => setEverybody(event.currentTarget.checked)}
      />
      <ErrorNote error={match.error} />
      <div className="acts">
        <Button variant="filled" onClick={press} aria-disabled={match.isPending}>
          {match.isPending ? t('busy') : t('imports.check')}
        </Button>
        <span>{t('imports.nothing_yet')}</span>
      </div>
    </section>
  );
}
