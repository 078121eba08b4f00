import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { useT } from '../../words.ts';

/** What needs me today, what is in the field, what did we learn. */
export default function Home() {
  const t = useT();
  const home = useLive('GET /api/v1/home');
  return (
    <Page title={t('home.title')}>
      <Loaded query={home} what={t('home.what')}>
        {({ needs }) => <p>{needs.length}</p>}
      </Loaded>
    </Page>
  );
}
