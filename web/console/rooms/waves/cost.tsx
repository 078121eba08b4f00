import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useLive } from '../../query.ts';
import { sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Line = Answer<'GET /api/v1/waves/{id}/fieldwork'>['cost'][number];

const columns = (t: Translate): Column<Line>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'spent', head: t('cost.spent'), figures: true, cell: ({ pence }) => sayMoney(pence) },
];

function Cost({ wave }: { wave: Wave }) {
  const t = useT();
  const work = useLive('GET /api/v1/waves/{id}/fieldwork', { params: { id: wave.id } });
  return (
    <Loaded query={work} what={t('cost.what')}>
      {({ cost, answered }) => {
        const spent = cost.reduce((all, { pence }) => all + pence, 0);
        return (
          <>
            <p className="headline">
              <span className="big">{sayMoney(spent)}</span> {t('cost.so_far')}{' '}
              {answered > 0
                ? t('cost.per_answer', { each: sayMoney(spent / answered), answered: sayNumber(answered) })
                : null}
            </p>
            <DataTable caption={t('cost.caption')} columns={columns(t)} rows={cost} rowKey={({ channel }) => channel} />
          </>
        );
      }}
    </Loaded>
  );
}

/** What the wave has cost, by each way of reaching people, and for each answer. */
export default function CostRoom() {
  return (
    <WavePage wave={useWave()} tab="cost">
      {(wave) => <Cost wave={wave} />}
    </WavePage>
  );
}
