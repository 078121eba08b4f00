import { useT } from '../../words.ts';
import { ResidentPage } from './resident-page.tsx';
import { Timeline } from './timeline.tsx';

/** What happened between a resident and us. */
export default function ResidentTimeline() {
  const t = useT();
  return (
    <ResidentPage part="resident.timeline">
      {(resident) => (
        <section aria-labelledby="timeline">
          <h2 id="timeline">{t('resident.timeline')}</h2>
          <Timeline resident={resident} />
        </section>
      )}
    </ResidentPage>
  );
}
