import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';

type FieldWave = Answer<'GET /api/v1/home'>['field'][number];

const columns = (t: Translate, linked: boolean): Column<FieldWave>[] => [
  {
    key: 'name',
    head: t('waves.name'),
    cell: ({ waveId, name }) => (linked ? <Go to={`/waves/${waveId}`}>{name}</Go> : name),
  },
  { key: 'day', head: t('waves.day'), cell: ({ day, days }) => t('waves.day_of', { day, days }) },
  {
    key: 'answered',
    head: t('waves.answered'),
    figures: true,
    cell: ({ answered, asked }) => t('waves.of', { part: sayNumber(answered), whole: sayNumber(asked) }),
  },
  { key: 'closes', head: t('waves.closes'), cell: ({ closesOn }) => sayDay(closesOn) },
];

/** The waves that are running. */
export function InTheField({ waves }: { waves: readonly FieldWave[] }) {
  const t = useT();
  const mayPlan = useMay('officer', 'administrator');
  const linked = useMay('officer', 'administrator', 'analyst');
  return (
    <section>
      <h2>{t('home.field')}</h2>
      {waves.length === 0 ? (
        <Empty act={mayPlan ? <GoButton to="/waves/new">{t('waves.plan')}</GoButton> : null}>
          {t('home.no_field')}
        </Empty>
      ) : (
        <DataTable
          caption={t('home.field')}
          captionUnseen
          columns={columns(t, linked)}
          rows={waves}
          rowKey={({ waveId }) => waveId}
        />
      )}
    </section>
  );
}
