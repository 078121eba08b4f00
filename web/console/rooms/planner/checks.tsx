import { Go } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import type { Check } from './plan.ts';

type Line = Check['checks'][number];

const of = (check: Check, level: Line['level']) => check.checks.filter((line) => line.level === level);
export const stopsOf = (check: Check): readonly Line[] => of(check, 'stops');
export const knowOf = (check: Check): readonly Line[] => of(check, 'know');

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ sentence, link }) => (
        <li key={sentence}>
          {link === null ? (
            <Said>{sentence}</Said>
          ) : (
            <Go to={link}>
              <Said>{sentence}</Said>
            </Go>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "You cannot launch yet. 3 things to fix", each a link to where it is mended. */
export function WhatStops({ check }: { check: Check }) {
  const t = useT();
  const lines = stopsOf(check);
  if (lines.length === 0) {
    return (
      <section className="note note-good">
        <h2>{t('check.nothing_stops')}</h2>
      </section>
    );
  }
  return (
    <section className="note note-error">
      <h2>{t('check.stops', { count: lines.length })}</h2>
      <Lines lines={lines} />
    </section>
  );
}

/** What does not stop the launch and is good to know before it. */
export function ToKnow({ check }: { check: Check }) {
  const t = useT();
  const lines = knowOf(check);
  if (lines.length === 0) return null;
  return (
    <section className="note note-warn">
      <h2>{t('check.know', { count: lines.length })}</h2>
      <Lines lines={lines} />
    </section>
  );
}
