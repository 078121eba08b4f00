import { ErrorNote } from '../../parts/error-note.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useT } from '../../words.ts';
import { AudienceForm } from './audience-form.tsx';
import { InAndOut } from './in-and-out.tsx';
import { usePlan, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';
import { SampleForm } from './sample-form.tsx';

function Who({ wave }: { wave: Wave }) {
  const { plan, change, savedAt, saving, error } = usePlan(wave);
  return (
    <div className="columns">
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        <AudienceForm audience={plan.audience} onChange={(audience) => change({ audience })} />
        <SampleForm size={plan.sampleSize} onChange={(sampleSize) => change({ sampleSize })} />
        <ErrorNote error={error} />
        <SaveState saving={saving} savedAt={savedAt} />
      </form>
      <InAndOut id={wave.id} />
    </div>
  );
}

/** Who is asked: a panel, or residents by area and tenure; beside it, live, who is in and who is out and why. */
export default function WhoRoom() {
  return <PlanPage title={useT()('plan.task.who')}>{(wave) => <Who key={wave.id} wave={wave} />}</PlanPage>;
}
