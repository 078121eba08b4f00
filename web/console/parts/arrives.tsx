import { sayDay } from '../say.ts';
import { useT, type Word } from '../words.ts';

/** When letters arrive, on a line of its own: "Letters arrive 2 to 3 December". */
export function Arrives({ arrives: { from, to }, words }: { arrives: { from: string; to: string }; words: Word }) {
  const t = useT();
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return (
    <span className="soft under-line">
      {t(words, { from: sameMonth ? Number(from.slice(8)) : sayDay(from), to: sayDay(to) })}
    </span>
  );
}
