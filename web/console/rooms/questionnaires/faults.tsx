import { Button } from '@mantine/core';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import { type Questionnaire, rowsOf } from './rows.ts';
import { boxId } from './word-row.tsx';

/** The box a fault is about: its own words, or the title of its question. */
function keyOf(questionnaire: Questionnaire, where: string): string | null {
  const rows = rowsOf(questionnaire);
  return (rows.find(({ key }) => key === where) ?? rows.find(({ question }) => question?.id === where))?.key ?? null;
}

/** What stands against publishing, each in a sentence, with a way to its place. */
export function Faults({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const { faults } = questionnaire;
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="faults" className="note note-warn">
      <h2 id="faults">{t('faults.title', { count: faults.length })}</h2>
      <ul className="stack">
        {faults.map(({ code, where, sentence }) => {
          const key = keyOf(questionnaire, where);
          return (
            <li key={`${code} ${where} ${sentence}`}>
              <Said>{sentence}</Said>{' '}
              {key === null ? null : (
                <Button onClick={() => document.getElementById(boxId(key))?.focus()}>
                  {t('faults.show')} <span className="unseen">{sentence}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
