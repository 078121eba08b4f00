import { Said } from '../parts/said.tsx';
import { useMe } from './me.ts';

/** The worst thing that is wrong now, in a sentence; nothing when nothing is. */
export function Banner() {
  const { banner } = useMe();
  if (!banner) return null;
  return (
    <p className={`banner banner-${banner.level}`}>
      <Said>{banner.sentence}</Said>
    </p>
  );
}
