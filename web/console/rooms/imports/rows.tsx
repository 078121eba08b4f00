import type { ReactNode } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Said } from '../../parts/said.tsx';
import { useList } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import type { Kind } from './checked.tsx';

type Row = Answer<'GET /api/v1/residents/import/{id}/rows'>['items'][number];

/** Several lines of one cell. */
function Lines<T>({ items, line }: { items: readonly T[]; line: (item: T) => ReactNode }) {
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={JSON.stringify(item)}>{line(item)}</li>
      ))}
    </ul>
  );
}

const person = (t: Translate): Column<Row> => ({
  key: 'person',
  head: t('imports.person'),
  cell: ({ name, reference, residentId }) => {
    const words = [name, reference].filter(Boolean).join(', ');
    return residentId ? <Go to={`/residents/${residentId}`}>{words}</Go> : words;
  },
});

const number = (t: Translate): Column<Row> => ({
  key: 'row',
  head: t('imports.row'),
  cell: ({ row }) => t('imports.row_number', { row }),
});

const notes = (t: Translate): Column<Row> => ({
  key: 'notes',
  head: t('imports.read_as'),
  cell: (row) => (
    <Lines items={row.notes} line={({ column, value, words }) => <Said>{`${column}: ${value}, ${words}`}</Said>} />
  ),
});

const kept = (t: Translate): Column<Row> => ({
  key: 'kept',
  head: t('imports.stays'),
  cell: (row) => <Said>{row.kept.join(', ')}</Said>,
});

/** Of each changed detail: what it is, what it was, what it will be. */
const part = (key: string, head: string, of: (change: Row['changes'][number]) => string): Column<Row> => ({
  key,
  head,
  cell: (row) => <Lines items={row.changes} line={(change) => of(change) || '-'} />,
});

const changed = (t: Translate): Column<Row>[] => [
  number(t),
  person(t),
  {
    key: 'changes',
    head: t('imports.old_new'),
    cell: (row) => (
      <table className="inner">
        <thead>
          <tr>
            <th scope="col">{t('imports.detail')}</th>
            <th scope="col">{t('imports.old')}</th>
            <th scope="col">{t('imports.new')}</th>
          </tr>
        </thead>
        <tbody>
          {row.changes.map(({ field, name, before, after }) => (
            <tr key={field}>
              <th scope="row">
                <Said>{name}</Said>
              </th>
              <td>{before || '-'}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ),
  },
  notes(t),
];

/** Each cell that cannot be used: its reason stands before its value. */
const rejected = (t: Translate): Column<Row>[] => [
  number(t),
  person(t),
  {
    key: 'reason',
    head: t('imports.column_reason'),
    cell: (row) => (
      <Lines
        items={row.faults}
        line={({ column, reason }) => <Said>{column === '' ? reason : `${column}: ${reason}`}</Said>}
      />
    ),
  },
  {
    key: 'value',
    head: t('imports.value'),
    cell: (row) => <Lines items={row.faults} line={({ value }) => value || t('imports.empty_cell')} />,
  },
];

const columnsOf = (t: Translate): Record<Kind, Column<Row>[]> => ({
  new: [number(t), person(t), notes(t)],
  changed: changed(t),
  unchanged: [number(t), person(t)],
  rejected: rejected(t),
  left: [person(t), part('status', t('imports.change'), () => t('imports.will_leave'))],
  kept: [number(t), person(t), kept(t)],
});

/** The rows of one outcome, a page at a time; the numbers are those of the spreadsheet. */
export function Rows({ id, kind, column }: { id: string; kind: Kind; column: string }) {
  const t = useT();
  const query = { kind, column: column || undefined };
  const list = useList('GET /api/v1/residents/import/{id}/rows', { params: { id }, query });
  return (
    <Listed list={list} what={t('imports.what_rows')} empty={<p>{t('imports.no_rows')}</p>}>
      {(items) => (
        <DataTable
          caption={t(`imports.kind.${kind}`)}
          captionUnseen
          columns={columnsOf(t)[kind]}
          rows={items}
          rowKey={({ row }) => String(row)}
        />
      )}
    </Listed>
  );
}
