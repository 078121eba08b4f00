import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useT } from '../../words.ts';
import type { Edition } from './edition.tsx';

type Row = Edition['pages'][number][number] & { place: number };

/** Each page of braille, line by line, with what it says beside the dots. */
export function BraillePages({ edition: { pages, language, transcribed } }: { edition: Edition }) {
  const t = useT();
  const columns: Column<Row>[] = [
    { key: 'line', head: t('edition.line'), cell: ({ place }) => place + 1 },
    {
      key: 'print',
      head: t('edition.print_line'),
      cell: ({ print }) => (
        <span lang={language} className="braille-print">
          {print}
        </span>
      ),
    },
    ...(transcribed
      ? [
          {
            key: 'dots',
            head: t('edition.dots'),
            cell: ({ dots }: Row) => (
              <span className="braille-dots" aria-hidden="true">
                {dots}
              </span>
            ),
          },
        ]
      : []),
  ];
  return pages.map((lines, page) => (
    <DataTable
      // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
      key={page}
      caption={t('edition.page', { page: page + 1 })}
      columns={columns}
      rows={lines.map((line, place) => ({ ...line, place }))}
      rowKey={({ place }) => String(place)}
    />
  ));
}
