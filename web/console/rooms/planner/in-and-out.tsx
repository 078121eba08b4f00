import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { type Check, useCheck } from './plan.ts';

const columns = (t: Translate, id: string): Column<Check['out'][number]>[] => [
  {
    key: 'reason',
    head: t('who.left_out'),
    cell: ({ code, label }) => (
      <Go to={`/waves/${id}/plan/who/people?reason=${code}`}>
        <Said>{label}</Said>
      </Go>
    ),
  },
  { key: 'count', head: t('fieldwork.people'), figures: true, cell: ({ count }) => sayNumber(count) },
];

/** Who the plan can ask, and who is left out and why: nobody is dropped without a word. */
export function InAndOut({ id }: { id: string }) {
  const t = useT();
  const check = useCheck(id);
  return (
    <section aria-labelledby="in-out">
      <h2 id="in-out">{t('who.in_out')}</h2>
      <Loaded query={check} what={t('plan.what_reach')}>
        {({ population, eligible, asked, out }) => (
          <>
            <p className="headline">
              <span className="big">{sayNumber(eligible)}</span>{' '}
              {t('who.eligible', { population: sayNumber(population) })}
            </p>
            <p>
              {t('who.asked', { asked: sayNumber(asked) })}{' '}
              <Go to={`/waves/${id}/plan/who/people`}>{t('who.people_in')}</Go>
            </p>
            <DataTable caption={t('who.out_caption')} columns={columns(t, id)} rows={out} rowKey={({ code }) => code} />
          </>
        )}
      </Loaded>
    </section>
  );
}
