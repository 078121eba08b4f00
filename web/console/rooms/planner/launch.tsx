import { Loaded } from '../../parts/loaded.tsx';
import { sayDay, sayMoment, sayMoney, sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { stopsOf, WhatStops } from './checks.tsx';
import { LaunchButton } from './launch-button.tsx';
import { type Check, costOf, useCheck, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';

function Facts({ wave, check }: { wave: Wave; check: Check }) {
  const t = useT();
  const first = check.firstMessageAt;
  const facts = [
    [t('launch.how_many'), t('launch.people', { asked: sayNumber(check.asked) })],
    [t('launch.first'), first === null ? t('launch.first_unknown') : sayMoment(first)],
    [t('waves.cost'), t('plan.about', { cost: sayMoney(costOf(check)) })],
    [t('waves.closes'), sayDay(wave.closesOn)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Launch({ wave }: { wave: Wave }) {
  const t = useT();
  const check = useCheck(wave.id);
  return (
    <Loaded query={check} what={t('check.what')}>
      {(found) =>
        stopsOf(found).length > 0 ? (
          <WhatStops check={found} />
        ) : (
          <div className="stack">
            <Facts wave={wave} check={found} />
            {found.takeBackMinutes > 0 ? <p>{t('take.before', { count: found.takeBackMinutes })}</p> : null}
            <LaunchButton wave={wave} check={found} />
          </div>
        )
      }
    </Loaded>
  );
}

/** The last page before a launch: four facts, and a button that says the number. */
export default function LaunchRoom() {
  return <PlanPage title={useT()('launch.title')}>{(wave) => <Launch wave={wave} />}</PlanPage>;
}
