import { type ReactNode, useId } from 'react';

export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  /** Figures stand at the right. */
  figures?: boolean;
}

interface DataTableProps<T> {
  /** Names the table and its scrolling region. */
  caption: string;
  /** Only for those who hear the page: where a heading just above says the same. */
  captionUnseen?: boolean;
  /** The first column is the header of its row. */
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

function Cells<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  return columns.map(({ key, cell, figures }, index) => {
    const look = figures ? 'figures' : undefined;
    return index === 0 ? (
      <th key={key} scope="row" className={look}>
        {cell(row)}
      </th>
    ) : (
      <td key={key} className={look}>
        {cell(row)}
      </td>
    );
  });
}

/** A real table with caption and scopes, which scrolls sideways inside a region that the keyboard reaches. */
export function DataTable<T>({ caption, captionUnseen = false, columns, rows, rowKey }: DataTableProps<T>) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroller" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{captionUnseen ? <span className="unseen">{caption}</span> : caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, figures }) => (
              <th key={key} scope="col" className={figures ? 'figures' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <Cells row={row} columns={columns} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
