import { ErrorNote } from '../../parts/error-note.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useT } from '../../words.ts';
import { AudienceForm } from './audience-form.tsx';
import { InAndOut } from './in-and-out.tsx';
import { NeededSample } from './needed.tsx';
import { usePlan, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';
import { RulesForm } from './rules-form.tsx';
import { SampleForm } from './sample-form.tsx';
import { StrataForm } from './strata-form.tsx';

function Who({ wave }: { wave: Wave }) {
  const t = useT();
  const { plan, change, savedAt, saving, error } = usePlan(wave);
  const setAudience = (audience: typeof plan.audience) => change({ audience });
  const setSampling = (sampling: typeof plan.sampling) => change({ sampling });
  return (
    <div className="columns">
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        <p>{t('who.purpose', { purpose: t(`waves.purpose.${wave.purpose}`).toLowerCase() })}</p>
        <AudienceForm audience={plan.audience} onChange={setAudience} />
        <RulesForm audience={plan.audience} onChange={setAudience} />
        <SampleForm plan={plan} onChange={setSampling} />
        <StrataForm id={wave.id} plan={plan} onChange={setSampling} />
        <ErrorNote error={error} />
        <SaveState saving={saving} savedAt={savedAt} />
      </form>
      <div className="stack gap">
        <InAndOut id={wave.id} />
        <NeededSample id={wave.id} onUse={(size) => setSampling({ method: 'random', size })} />
      </div>
    </div>
  );
}

/** Who is asked: a panel, or residents by what the register holds; beside it, live, who is in and who is out and why. */
export default function WhoRoom() {
  return <PlanPage title={useT()('plan.task.who')}>{(wave) => <Who key={wave.id} wave={wave} />}</PlanPage>;
}
