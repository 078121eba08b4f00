import { useMay } from '../../frame/me.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { useT } from '../../words.ts';
import { InTheField } from './in-the-field.tsx';
import { Learned } from './learned.tsx';
import { Needs } from './needs.tsx';
import { Running } from './running.tsx';
import { YourReferrals } from './your-referrals.tsx';

/** What needs me today, what is in the field, what did we learn. Who only reads results sees what we learned first. */
export default function Home() {
  const t = useT();
  const home = useLive('GET /api/v1/home');
  const inField = useMay('officer', 'administrator', 'interviewer');
  return (
    <Page title={t('home.title')}>
      <Loaded query={home} what={t('home.what')}>
        {({ needs, field, learned, next, running }) => (
          <>
            {inField ? null : <Learned learned={learned} />}
            {inField || needs.length > 0 ? <Needs needs={needs} next={next} /> : null}
            <InTheField waves={field} />
            {inField ? <Learned learned={learned} /> : null}
            <Running running={running} />
            <YourReferrals />
          </>
        )}
      </Loaded>
    </Page>
  );
}
