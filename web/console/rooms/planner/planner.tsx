import { useMay } from '../../frame/me.ts';
import { GoButton } from '../../go.tsx';
import { Page } from '../../parts/page.tsx';
import { useT } from '../../words.ts';
import { Approve } from './approve.tsx';
import { Discard } from './discard.tsx';
import type { Wave } from './plan.ts';
import { Strip } from './strip.tsx';
import { Tasks } from './tasks.tsx';

/** A wave that is still a plan: its tasks in any order, what it comes to, and the way to the launch. */
export function Planner({ wave }: { wave: Wave }) {
  const t = useT();
  const mayPlan = useMay('officer', 'administrator');
  return (
    <Page title={t('plan.title', { name: wave.name })} acts={mayPlan ? <Discard wave={wave} /> : null}>
      {mayPlan ? (
        <>
          <Strip id={wave.id} />
          <Tasks wave={wave} />
          <div className="stack gap">
            <Approve wave={wave} />
            <p>
              <GoButton main to={`/waves/${wave.id}/plan/launch`}>
                {t('plan.to_launch')}
              </GoButton>
            </p>
          </div>
        </>
      ) : (
        <p>{wave.audienceSentence}</p>
      )}
    </Page>
  );
}
