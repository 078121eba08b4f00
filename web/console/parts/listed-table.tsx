import { useId } from 'react';
import { type Column, DataTable } from './data-table.tsx';
import { Listed, type ListedProps } from './listed.tsx';

interface ListedTableProps<T> extends Omit<ListedProps<T>, 'children'> {
  title: string;
  columns: readonly Column<T>[];
}

/** A section that lists as a table, as far as it has come. Rows have ids. */
export function ListedTable<T extends { id: string }>({ title, columns, ...listing }: ListedTableProps<T>) {
  const heading = useId();
  return (
    <section className="gap" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <Listed {...listing}>
        {(items) => <DataTable caption={title} captionUnseen columns={columns} rows={items} rowKey={({ id }) => id} />}
      </Listed>
    </section>
  );
}
