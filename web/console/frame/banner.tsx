import { Said } from '../parts/said.tsx';
import { useT } from '../words.ts';
import { useMe } from './me.ts';

/** The worst thing that is wrong now, in a sentence; nothing when nothing is. */
export function Banner() {
  const t = useT();
  const { banner } = useMe();
  if (!banner) return null;
  return (
    <section aria-label={t('frame.notice')} className={`banner banner-${banner.level}`}>
      <Said>{banner.sentence}</Said>
    </section>
  );
}
