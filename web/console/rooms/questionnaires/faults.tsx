import { Button } from '@mantine/core';
import { Said } from '../../parts/said.tsx';
import { type Translate, useT } from '../../words.ts';
import { labelOf, type Questionnaire, rowsOf } from './rows.ts';

/** The box a fault is about: its own words, or the title of its question. */
function keyOf(questionnaire: Questionnaire, where: string): string | null {
  const rows = rowsOf(questionnaire);
  return (rows.find(({ key }) => key === where) ?? rows.find(({ question }) => question?.id === where))?.key ?? null;
}

/** The sentence with the label of the words, or the number of the question, in the place of its key. */
function plain(
  { where, sentence }: Questionnaire['faults'][number],
  questionnaire: Questionnaire,
  t: Translate,
): string {
  const rows = rowsOf(questionnaire);
  const row = rows.find(({ key }) => key === where);
  const question = rows.find((one) => one.question?.id === where)?.question;
  const named = row ? sentence.replaceAll(`"${where}"`, `"${labelOf(row, t)}"`) : sentence;
  return question ? named.replaceAll(`Question "${where}"`, t('wording.question', { number: question.number })) : named;
}

/** What stands against publishing, each in a sentence, with a way to its place. */
export function Faults({ questionnaire, onShow }: { questionnaire: Questionnaire; onShow: (key: string) => void }) {
  const t = useT();
  const { faults } = questionnaire;
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="faults" className="note note-warn">
      <h2 id="faults">{t('faults.title', { count: faults.length })}</h2>
      <ul className="stack">
        {faults.map((fault) => {
          const { code, where, sentence } = fault;
          const key = keyOf(questionnaire, where);
          const words = plain(fault, questionnaire, t);
          return (
            <li key={`${code} ${where} ${sentence}`}>
              <Said>{words}</Said>{' '}
              {key === null ? null : (
                <Button onClick={() => onShow(key)}>
                  {t('faults.show')} <span className="unseen">{words}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
