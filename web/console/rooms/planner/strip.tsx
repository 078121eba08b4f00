import { useEffect, useRef } from 'react';
import { announce } from '../../announce.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { type Check, costOf, useCheck } from './plan.ts';

/** Spoken after numbers have rested this long. */
const restMs = 1000;

function wordsOf(check: Check, t: Translate): string {
  const margin = check.margin === null ? '' : ` (${t('waves.points', { points: check.margin.toFixed(1) })})`;
  const asked = t('plan.asked', { asked: sayNumber(check.asked), eligible: sayNumber(check.eligible) });
  const cost = t('plan.about', { cost: sayMoney(costOf(check)) });
  return `${asked}. ${cost}. ${t('plan.expect', { expected: sayNumber(check.expected) })}${margin}.`;
}

function Reach({ check }: { check: Check }) {
  const t = useT();
  const words = wordsOf(check, t);
  const before = useRef(words);
  useEffect(() => {
    if (before.current === words) return;
    const timer = setTimeout(() => {
      before.current = words;
      announce(words);
    }, restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return <p>{words}</p>;
}

/** Reach and cost of the plan as it stands, on every page of the planner. */
export function Strip({ id }: { id: string }) {
  const t = useT();
  const check = useCheck(id);
  return (
    <div className="strip">
      <Loaded query={check} what={t('plan.what_reach')}>
        {(found) => <Reach check={found} />}
      </Loaded>
    </div>
  );
}
