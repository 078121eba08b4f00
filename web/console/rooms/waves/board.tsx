import { NativeSelect } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Answer, ApiProblem } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { useQueryParam } from '../../go.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi, useLive } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { nameOf } from '../groups/who-words.ts';
import { AskMore } from './ask-more.tsx';
import { boardColumns } from './board-columns.tsx';
import { Quota } from './quota.tsx';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

export type Board = Answer<'GET /api/v1/waves/{id}/board'>;
export type BoardRow = Board['rows'][number];

const plainFields = ['age', 'area', 'tenure', 'property_type'];

/** The two choosers: by which field, and crossed with which. */
function Choosers({ board, by, and, choose }: ChoosersProps) {
  const t = useT();
  const all = board?.fields ?? plainFields.map((field) => ({ field, name: null, profile: false }));
  const options = all.map((each) => ({ value: each.field, label: nameOf(each, t), profile: each.profile }));
  const chosen = options.find(({ value }) => value === by);
  const crossed = options.filter(
    ({ value, profile }) =>
      value !== by && !(profile && (chosen?.profile || by === 'area')) && !(chosen?.profile && value === 'area'),
  );
  return (
    <div className="row">
      <NativeSelect
        label={t('board.by')}
        value={by}
        onChange={(event) => choose({ by: event.currentTarget.value, and: '' })}
        data={options.map(({ value, label }) => ({ value, label }))}
      />
      <NativeSelect
        label={t('board.and')}
        value={and}
        onChange={(event) => choose({ by, and: event.currentTarget.value })}
        data={[{ value: '', label: t('board.and_none') }, ...crossed.map(({ value, label }) => ({ value, label }))]}
      />
    </div>
  );
}

interface ChoosersProps {
  board: Board | undefined;
  by: string;
  and: string;
  choose: (fields: { by: string; and: string }) => void;
}

function Guide({ board }: { board: Board }) {
  const t = useT();
  const { unknown, totals } = board;
  return (
    <>
      {board.profile ? <p className="soft">{t('board.fewer_means')}</p> : null}
      {unknown.population > 0 ? (
        <p className="soft">
          {t('board.unknown', { count: unknown.population, all: sayNumber(totals.population + unknown.population) })}
        </p>
      ) : null}
      <details className="gap">
        <summary>{t('board.guide')}</summary>
        <p>{t('board.guide_ratio')}</p>
        <p>{t('board.guide_more')}</p>
        {board.profile ? null : (
          <p>
            {board.r === null
              ? t('board.r_none')
              : t('board.r', { r: board.r.value.toFixed(2), cv: board.r.cv.toFixed(2) })}
          </p>
        )}
      </details>
    </>
  );
}

function Shown({ wave, board }: { wave: Wave; board: Board }) {
  const t = useT();
  const field = useMay('officer', 'administrator');
  const [asking, ask] = useState<BoardRow | null>(null);
  const name = (code: string) => nameOf(board.fields.find((each) => each.field === code) ?? { field: code }, t);
  const caption = board.and === null ? name(board.by) : t('board.crossed', { a: name(board.by), b: name(board.and) });
  const open = field && !board.profile;
  return (
    <>
      {board.whyNot === null ? null : (
        <p className="note">
          <Said>{board.whyNot}</Said>
        </p>
      )}
      <DataTable
        caption={caption}
        columns={boardColumns(t, board, { wave, open, ask: open && wave.status === 'open' ? ask : null })}
        rows={board.rows}
        rowKey={({ a, b }) => `${a.code}|${b?.code ?? ''}`}
      />
      <Guide board={board} />
      {asking === null ? null : <AskMore wave={wave} board={board} row={asking} onLeave={() => ask(null)} />}
    </>
  );
}

interface Asked {
  given: { params: { id: string }; query: { by: string; and: string | undefined } };
  children: (query: UseQueryResult<Board, ApiProblem>) => ReactNode;
}

const LiveBoard = ({ given, children }: Asked) => children(useLive('GET /api/v1/waves/{id}/board', given));
/** What people say of themselves is read once, not every few seconds: each reading is recorded. */
const OnceBoard = ({ given, children }: Asked) => children(useApi('GET /api/v1/waves/{id}/board', given));

function BoardParts({ wave }: { wave: Wave }) {
  const t = useT();
  const [chosenBy, setBy] = useQueryParam('by');
  const [and, setAnd] = useState('');
  const by = chosenBy === '' ? 'age' : chosenBy;
  const Reader = plainFields.includes(by) && (and === '' || plainFields.includes(and)) ? LiveBoard : OnceBoard;
  const choose = (fields: { by: string; and: string }) => {
    setBy(fields.by);
    setAnd(fields.and);
  };
  return (
    <div className="stack">
      <Quota wave={wave} />
      <p>{t('board.about')}</p>
      <Reader given={{ params: { id: wave.id }, query: { by, and: and === '' ? undefined : and } }}>
        {(query) => (
          <div className="stack">
            <Choosers board={query.data} by={by} and={and} choose={choose} />
            {query.data?.withheld ? <p className="soft">{t(`who.withheld_${query.data.withheld}`)}</p> : null}
            <Loaded query={query} what={t('fieldwork.what')}>
              {(board) => <Shown wave={wave} board={board} />}
            </Loaded>
          </div>
        )}
      </Reader>
    </div>
  );
}

/** Who we hear: each group's share of those who could be asked, were asked, and answered, and where to ask more. */
export default function BoardRoom() {
  return (
    <WavePage wave={useWave()} tab="board">
      {(wave) => <BoardParts wave={wave} />}
    </WavePage>
  );
}
