import { useT } from '../../words.ts';
import { type Counts, saidCounts } from './translation.ts';

/** How far a language is, as counts and words. */
export function CountsLine({ counts, total }: { counts: Counts; total: number }) {
  const t = useT();
  return (
    <ul className="counts">
      {saidCounts(counts, total, t).map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  );
}
