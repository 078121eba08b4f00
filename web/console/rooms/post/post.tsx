import { Page } from '../../parts/page.tsx';
import { useT } from '../../words.ts';
import { Batches } from './batches.tsx';

/** Every print batch, of waves and of packs. */
export default function Post() {
  const t = useT();
  return (
    <Page title={t('post.title')}>
      <p>{t('post.about')}</p>
      <div className="gap">
        <Batches />
      </div>
    </Page>
  );
}
