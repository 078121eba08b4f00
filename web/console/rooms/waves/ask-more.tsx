import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayMoment, sayMoney, sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Board, BoardRow } from './board.tsx';
import { cellsOf, rowName } from './board-columns.tsx';
import { aboutCost } from './priced.ts';
import type { Wave } from './wave-page.tsx';

type Option = Answer<'GET /api/v1/waves/{id}/asks'>['options'][number];
type How = Option['how'];

/** Who gets what, when and at what cost, of one way of asking. */
function Facts({ option }: { option: Option }) {
  const t = useT();
  const { asked, can, ways, firstAt, lastAt } = option;
  return (
    <dl className="facts">
      <dt>{t('ask.who')}</dt>
      <dd>{t('ask.of', { count: asked, can: sayNumber(can) })}</dd>
      <dt>{t('ask.step')}</dt>
      <dd>
        {ways
          .map(
            ({ channel, kind, count }) => `${sayNumber(count)}: ${t(`ask.kind_${kind}`)}, ${t(`channel.${channel}`)}`,
          )
          .join('; ')}
      </dd>
      <dt>{t('ask.cost')}</dt>
      <dd>{aboutCost(t, option, sayMoney)}</dd>
      <dt>{t('ask.when')}</dt>
      <dd>
        {firstAt === null ? '-' : sayMoment(firstAt)}
        {lastAt === null || lastAt === firstAt ? '' : ` ${t('ask.to')} ${sayMoment(lastAt)}`}
      </dd>
    </dl>
  );
}

/** Most that one press may ask: the server says so. */
const mostAtOnce = 5000;

interface AskMoreProps {
  wave: Wave;
  board: Board;
  row: BoardRow;
  onLeave: () => void;
}

/** Asks more of one group: who, which step, at what cost and when, then one button that says the number. */
export function AskMore({ wave, board, row, onLeave }: AskMoreProps) {
  const t = useT();
  const [key] = useState(() => crypto.randomUUID());
  const [want, setWant] = useState(row.more?.ask ?? 1);
  const [chosen, choose] = useState<How | null>(null);
  const cells = cellsOf(board, row);
  const [cell = '', cell2] = cells;
  const preview = useApi('GET /api/v1/waves/{id}/asks', { params: { id: wave.id }, query: { cell, cell2, want } });
  const send = useChange('POST /api/v1/waves/{id}/asks');
  const options = preview.data?.options.filter(({ can }) => can > 0) ?? [];
  const option = options.find(({ how }) => how === chosen) ?? options[0];
  const name = rowName(board, row);
  const done = ({ asked }: { asked: number }) => {
    announce(t('ask.done', { count: asked, group: name }));
    onLeave();
  };
  const act = () => {
    if (option)
      send.mutate({ params: { id: wave.id }, body: { key, cells, how: option.how, want } }, { onSuccess: done });
  };
  return (
    <ConfirmDialog
      open
      title={t('ask.title', { group: name })}
      act={t('ask.act', { count: option?.asked ?? 0 })}
      busy={send.isPending || !option}
      onDo={act}
      onLeave={onLeave}
    >
      <p>{t('ask.why', { count: row.more?.short ?? 0 })}</p>
      <TextInput
        type="number"
        min={1}
        max={mostAtOnce}
        label={t('ask.how_many')}
        value={want}
        onChange={(event) => setWant(Math.min(mostAtOnce, Math.max(1, Math.round(Number(event.currentTarget.value)))))}
      />
      <Loaded query={preview} what={t('ask.what')}>
        {() => (
          <>
            {options.length > 1 ? (
              <Radio.Group label={t('ask.how')} value={option?.how} onChange={(value) => choose(value as How)}>
                {options.map(({ how, can }) => (
                  <Radio key={how} value={how} label={t(`ask.${how}`, { count: can })} />
                ))}
              </Radio.Group>
            ) : null}
            {option ? <Facts option={option} /> : <p>{t('ask.nobody')}</p>}
          </>
        )}
      </Loaded>
      <p className="soft">{t('ask.rules')}</p>
      <ErrorNote error={send.error} />
    </ConfirmDialog>
  );
}
