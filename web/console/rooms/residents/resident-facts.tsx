import { useT } from '../../words.ts';
import { DataLink } from './data-link.tsx';
import { Facts } from './facts.tsx';
import { Profile } from './profile.tsx';
import { ReachForm } from './reach-form.tsx';
import { ResidentPage } from './resident-page.tsx';

/** Who a resident is, and how we reach them. */
export default function ResidentFacts() {
  const t = useT();
  return (
    <ResidentPage part="resident.facts">
      {(resident) => (
        <div className="columns">
          <section aria-labelledby="facts">
            <h2 id="facts">{t('resident.facts')}</h2>
            <Facts resident={resident} />
            <Profile residentId={resident.id} />
            <DataLink id={resident.id} />
          </section>
          <section aria-labelledby="reach">
            <h2 id="reach">{t('resident.reach')}</h2>
            <ReachForm key={resident.id} resident={resident} />
          </section>
        </div>
      )}
    </ResidentPage>
  );
}
