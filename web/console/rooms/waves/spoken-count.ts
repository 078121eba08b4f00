import { useEffect, useRef } from 'react';
import { announce } from '../../announce.tsx';
import { sayNumber, sayTime } from '../../say.ts';
import { t } from '../../words.ts';

/** At most one spoken line in this time. */
const quietMs = 60_000;

/** Says how many have answered, at most once a minute and only when more have: "371 answered, 4 more since 10:14". */
export function useSpokenCount(answered: number): void {
  const last = useRef<{ answered: number; at: Date } | null>(null);
  useEffect(() => {
    const now = new Date();
    const before = last.current;
    if (before && (answered <= before.answered || now.getTime() - before.at.getTime() < quietMs)) return;
    last.current = { answered, at: now };
    if (!before) return;
    const more = sayNumber(answered - before.answered);
    announce(t('fieldwork.spoken', { answered: sayNumber(answered), more, time: sayTime(before.at) }));
  }, [answered]);
}
