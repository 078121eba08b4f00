import type { Answer } from '../../../shared/api.ts';
import { useParam, useQueryParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import { DataLink } from './data-link.tsx';
import { DoNotContact } from './do-not-contact.tsx';
import { Facts } from './facts.tsx';
import { ReachForm } from './reach-form.tsx';
import { Timeline } from './timeline.tsx';
import { Why } from './why.tsx';

export type Resident = Answer<'GET /api/v1/residents/{id}'>;

function Sides({ resident }: { resident: Resident }) {
  const t = useT();
  return (
    <div className="columns">
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('resident.timeline')}</h2>
        <Timeline entries={resident.timeline} />
      </section>
      <div>
        <section aria-labelledby="facts">
          <h2 id="facts">{t('resident.facts')}</h2>
          <Facts resident={resident} />
        </section>
        <section aria-labelledby="reach">
          <h2 id="reach">{t('resident.reach')}</h2>
          <ReachForm key={resident.id} resident={resident} />
        </section>
        <section aria-labelledby="stop">
          <h2 id="stop">{t('resident.stop')}</h2>
          <DoNotContact resident={resident} />
        </section>
        <DataLink id={resident.id} />
      </div>
    </div>
  );
}

/** One resident: why she got nothing comes first, then what happened, who she is and how we reach her. */
export default function ResidentRoom() {
  const t = useT();
  const id = useParam('id');
  const [wave] = useQueryParam('wave');
  const resident = useLive('GET /api/v1/residents/{id}', { params: { id }, query: { wave: wave || undefined } });
  const found = resident.data;
  const state = found
    ? [found.reference, found.address, wordOf('tongue', found.language), t(`format.${found.format}`)].join(', ')
    : null;
  return (
    <Page title={found?.name ?? t('resident.title')} state={state}>
      <Loaded query={resident} what={t('resident.what')}>
        {(shown) => (
          <>
            <Why resident={shown} />
            <Sides resident={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
