import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Group = Answer<'GET /api/v1/waves/{id}/fieldwork'>['board'][number];

const signs = { ok: '', amber: '!', red: '!!' };
/** "+3", "-2", "0": whole points. */
const signed = (points: number) => {
  const whole = Math.round(points) + 0;
  return whole > 0 ? `+${whole}` : `${whole}`;
};
const share = (part: number, whole: number) => (whole === 0 ? '-' : `${Math.round((100 * part) / whole)}%`);

function Signal({ group }: { group: Group }) {
  const t = useT();
  if (group.ratio === null) return null;
  const words = group.signal === 'ok' ? '' : t(`board.${group.ratio < 1 ? 'low' : 'high'}_${group.signal}`);
  return (
    <>
      {group.ratio.toFixed(2)} <b aria-hidden="true">{signs[group.signal]}</b> {words}
    </>
  );
}

interface Totals {
  population: number;
  asked: number;
  answered: number;
}

const columns = (t: Translate, totals: Totals): Column<Group>[] => [
  { key: 'group', head: t('board.group'), cell: ({ group }) => <Said>{group}</Said> },
  {
    key: 'population',
    head: t('board.home_list'),
    figures: true,
    cell: ({ population }) => share(population, totals.population),
  },
  { key: 'asked', head: t('board.asked'), figures: true, cell: ({ asked }) => share(asked, totals.asked) },
  {
    key: 'answered',
    head: t('waves.answered'),
    figures: true,
    cell: ({ answered }) => `${share(answered, totals.answered)} (${sayNumber(answered)})`,
  },
  {
    key: 'gap',
    head: t('board.gap'),
    figures: true,
    cell: ({ gap }) => t('board.points', { points: signed(gap) }),
  },
  { key: 'ratio', head: t('board.ratio'), cell: (group) => <Signal group={group} /> },
];

const sum = (rows: readonly Group[]): Totals => ({
  population: rows.reduce((all, row) => all + row.population, 0),
  asked: rows.reduce((all, row) => all + row.asked, 0),
  answered: rows.reduce((all, row) => all + row.answered, 0),
});

function Board({ wave }: { wave: Wave }) {
  const t = useT();
  const work = useLive('GET /api/v1/waves/{id}/fieldwork', { params: { id: wave.id } });
  return (
    <Loaded query={work} what={t('fieldwork.what')}>
      {({ board }) => {
        const fields = Map.groupBy(board, ({ field }) => field);
        return (
          <>
            <p>{t('board.about')}</p>
            {[...fields].map(([field, rows]) => (
              <div key={field} className="gap">
                <DataTable caption={field} columns={columns(t, sum(rows))} rows={rows} rowKey={({ group }) => group} />
              </div>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

/** Who we hear: each group's share of those who could be asked, were asked, and answered. */
export default function BoardRoom() {
  return (
    <WavePage wave={useWave()} tab="board">
      {(wave) => <Board wave={wave} />}
    </WavePage>
  );
}
