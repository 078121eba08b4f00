import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { sayDay, sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { WaveTabs } from './wave-tabs.tsx';

type Wave = Answer<'GET /api/v1/waves'>['items'][number];

/** The tables of the page, in order, and which waves stand in each. */
const parts = [
  { key: 'field', holds: ['open', 'paused'] },
  { key: 'waiting', holds: ['draft'] },
  { key: 'closed', holds: ['closed'] },
] as const satisfies readonly { key: string; holds: readonly Wave['status'][] }[];

const columns = (t: Translate): Column<Wave>[] => [
  { key: 'name', head: t('waves.name'), cell: ({ id, name }) => <Go to={`/waves/${id}`}>{name}</Go> },
  { key: 'status', head: t('waves.status'), cell: ({ status }) => t(`waves.status.${status}`) },
  { key: 'purpose', head: t('waves.purpose'), cell: ({ purpose }) => t(`waves.purpose.${purpose}`) },
  {
    key: 'dates',
    head: t('waves.dates'),
    cell: ({ opensOn, closesOn }) => t('waves.from_to', { from: sayDay(opensOn), to: sayDay(closesOn) }),
  },
  {
    key: 'answered',
    head: t('waves.answered'),
    figures: true,
    cell: ({ answered, asked }) =>
      asked === 0 ? '' : t('waves.of', { part: sayNumber(answered), whole: sayNumber(asked) }),
  },
  {
    key: 'margin',
    head: t('waves.margin'),
    figures: true,
    cell: ({ margin }) => (margin === null ? '' : t('waves.points', { points: margin.toFixed(1) })),
  },
  { key: 'cost', head: t('waves.cost'), figures: true, cell: ({ cost, asked }) => (asked === 0 ? '' : sayMoney(cost)) },
];

function Part({ name, waves }: { name: (typeof parts)[number]['key']; waves: readonly Wave[] }) {
  const t = useT();
  const caption = t(`waves.part.${name}`);
  if (waves.length === 0) return null;
  return (
    <section>
      <h2>{caption}</h2>
      <DataTable caption={caption} captionUnseen columns={columns(t)} rows={waves} rowKey={({ id }) => id} />
    </section>
  );
}

/** What is running, what is next, what is over. */
export default function Waves() {
  const t = useT();
  const waves = useLive('GET /api/v1/waves');
  const plan = useMay('officer', 'administrator') ? (
    <GoButton main to="/waves/new">
      {t('waves.plan')}
    </GoButton>
  ) : null;
  return (
    <Page title={t('waves.title')} acts={plan}>
      <WaveTabs />
      <Loaded query={waves} what={t('waves.what')}>
        {({ items }) => (
          <>
            {items.length === 0 ? <Empty act={plan}>{t('waves.empty')}</Empty> : null}
            {parts.map(({ key, holds }) => (
              <Part key={key} name={key} waves={items.filter(({ status }) => holds.some((one) => one === status))} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
