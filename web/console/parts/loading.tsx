import { useEffect, useState } from 'react';
import { announce } from '../announce.tsx';
import { useT } from '../words.ts';

/** An answer within this time needs no words. */
const patienceMs = 400;

/** "Loading waves", after 400 ms, seen and spoken. Takes what is loading, already in words. */
export function Loading({ what }: { what: string }) {
  const t = useT();
  const [late, setLate] = useState(false);
  const words = t('loading', { what });
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
      announce(words);
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [words]);
  return late ? <p className="soft">{words}</p> : null;
}
