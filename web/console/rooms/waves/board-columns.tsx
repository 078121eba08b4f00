import { Button } from '@mantine/core';
import { Go } from '../../go.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { labelOf } from '../groups/who-words.ts';
import type { Board, BoardRow } from './board.tsx';
import type { Wave } from './wave-page.tsx';

const signs = { ok: '', amber: '!', red: '!!' };

/** "+3", "-2", "0": whole points. */
const signed = (points: number) => {
  const whole = Math.round(points) + 0;
  return whole > 0 ? `+${whole}` : `${whole}`;
};

/** "16 to 34, Sheltered housing": what a row is called. */
export const rowName = (board: Board, { a, b }: BoardRow): string =>
  [labelOf(board.by, a), ...(b === null ? [] : [labelOf(board.and ?? '', b)])].join(', ');

/** The groups of a row as the API names them: `tenure:sheltered`. */
export const cellsOf = (board: Board, { a, b }: BoardRow): string[] => [
  `${board.by}:${a.code}`,
  ...(b === null ? [] : [`${board.and}:${b.code}`]),
];

function Signal({ row: { ratio, signal } }: { row: BoardRow }) {
  const t = useT();
  if (ratio === null) return null;
  const words = signal === 'ok' ? '' : t(`board.${ratio < 1 ? 'low' : 'high'}_${signal}`);
  return (
    <>
      {ratio.toFixed(2)} <b aria-hidden="true">{signs[signal]}</b> {words}
    </>
  );
}

interface How {
  wave: Wave;
  /** Whether counts open into the people. */
  open: boolean;
  /** Opens the panel for a row; null where nobody can be asked more. */
  ask: ((row: BoardRow) => void) | null;
}

/** "22% (264)", a door to the people where it may be one. */
function shareOf(t: Translate, share: number | null, count: number | null, to: string | null) {
  if (share === null || count === null) return t('board.fewer');
  const shown = sayNumber(count);
  return (
    <>
      {Math.round(100 * share)}% ({to === null || count === 0 ? shown : <Go to={to}>{shown}</Go>})
    </>
  );
}

function AskCell({ board, row, ask }: { board: Board; row: BoardRow; ask: How['ask'] }) {
  const t = useT();
  if (row.more === null) return '-';
  if (row.more.ask === 0) return t('board.nobody_left');
  if (ask === null) return t('board.short', { count: row.more.short });
  return (
    <Button onClick={() => ask(row)}>
      {t('board.ask_more', { count: row.more.ask })}
      <span className="unseen"> {t('board.ask_of', { group: rowName(board, row) })}</span>
    </Button>
  );
}

/** The columns of the board. */
export function boardColumns(t: Translate, board: Board, { wave, open, ask }: How): Column<BoardRow>[] {
  const door = (row: BoardRow, outcome: string) => {
    if (!open) return null;
    const [cell = '', cell2] = cellsOf(board, row);
    const query = new URLSearchParams({ ...(outcome && { disposition: outcome }), cell, ...(cell2 && { cell2 }) });
    return `/waves/${wave.id}/people?${query}`;
  };
  return [
    { key: 'group', head: t('board.group'), cell: (row) => rowName(board, row) },
    {
      key: 'population',
      head: t('board.home_list'),
      figures: true,
      cell: (row) => shareOf(t, row.populationShare, row.population, null),
    },
    {
      key: 'asked',
      head: t('board.asked'),
      figures: true,
      cell: (row) => shareOf(t, row.askedShare, row.asked, door(row, '')),
    },
    {
      key: 'answered',
      head: t('waves.answered'),
      figures: true,
      cell: (row) => shareOf(t, row.answeredShare, row.answered, door(row, 'complete')),
    },
    {
      key: 'gap',
      head: t('board.gap'),
      figures: true,
      cell: ({ gap }) => (gap === null ? '' : t('board.points', { points: signed(gap) })),
    },
    { key: 'ratio', head: t('board.ratio'), cell: (row) => <Signal row={row} /> },
    {
      key: 'ask',
      head: t('board.to_ask'),
      cell: (row) => (board.profile ? t('board.shown_only') : <AskCell board={board} row={row} ask={ask} />),
    },
  ];
}
