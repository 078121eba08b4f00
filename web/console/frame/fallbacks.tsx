import { ErrorNote } from '../parts/error-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { useT } from '../words.ts';

/** An address that is none of ours. */
export function NoSuchPage() {
  const t = useT();
  return (
    <Page title={t('page.none')}>
      <p>{t('page.none_help')}</p>
    </Page>
  );
}

/** A room that could not be shown: its code did not come, or it broke. */
export function Failed({ error }: { error: unknown }) {
  const t = useT();
  return (
    <Page title={t('page.failed')}>
      <ErrorNote error={error} again={() => location.reload()} />
    </Page>
  );
}

/** While the code of a room comes. */
export function Waiting() {
  const t = useT();
  return <Loading what={t('page.what')} />;
}
