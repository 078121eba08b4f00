import type { ReactNode } from 'react';
import { sayNumber } from '../say.ts';
import { useT } from '../words.ts';

interface JobLineProps {
  /** What is being done: "Import of residents". */
  name: string;
  done: number;
  of: number;
  /** Where it ends: a link. */
  result?: ReactNode;
}

/** Long work that can be left: "Import of residents: 12,400 of 50,000. You can leave this page." */
export function JobLine({ name, done, of, result }: JobLineProps) {
  const t = useT();
  if (done >= of && result) return <p>{result}</p>;
  return <p>{t('job.line', { name, done: sayNumber(done), of: sayNumber(of) })}</p>;
}
