import { Button } from '@mantine/core';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { type Check, useCheck } from './plan.ts';

type Line = Check['needed'][number];

const lineOf = (t: Translate, { points, answers, ask, rate }: Line) =>
  ask === null
    ? t('needed.too_many', { points, answers: sayNumber(answers), rate: `${Math.round(rate * 100)}%` })
    : t('needed.line', { points, answers: sayNumber(answers), ask: sayNumber(ask) });

function Allowed({ check }: { check: Check }) {
  const t = useT();
  if (check.allowed === null) return null;
  const reached = check.margin !== null && check.margin <= check.allowed;
  return (
    <p>
      {t('needed.allowed', { points: check.allowed })} {t(reached ? 'needed.allowed_yes' : 'needed.allowed_no')}
    </p>
  );
}

/** "For ± 4 points you need 478 back; that means asking 1,594", for each margin one may want. */
export function NeededSample({ id, onUse }: { id: string; onUse: (size: number) => void }) {
  const t = useT();
  const { data } = useCheck(id);
  if (!data || data.eligible === 0) return null;
  const rate = t('needed.rate', { rate: `${Math.round(data.rate * 100)}%` });
  const from = data.rateFrom === null ? t('needed.rate_usual') : t('needed.rate_last', { name: data.rateFrom });
  return (
    <section aria-labelledby="needed">
      <h2 id="needed">{t('needed.title')}</h2>
      <p>
        {rate}, {from}:
      </p>
      <ul>
        {data.needed.map((line) => {
          const { points, ask } = line;
          return (
            <li key={points}>
              {lineOf(t, line)}{' '}
              {ask === null ? null : (
                <Button size="compact-sm" onClick={() => onUse(ask)}>
                  {t('needed.use', { ask: sayNumber(ask) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Allowed check={data} />
    </section>
  );
}
