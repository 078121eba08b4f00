import { Button } from '@mantine/core';
import type { SurveyJson } from '../../../../surveys/questionnaire/schema.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Said } from '../../parts/said.tsx';
import { useChange } from '../../query.ts';
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

type Fault = Questionnaire['faults'][number];

interface FaultsProps {
  questionnaire: Questionnaire;
  /** Goes to the box of some words. */
  onShow: (key: string) => void;
  /** Takes the draft without a fault, as one step that can be undone. */
  onMended: (draft: SurveyJson) => void;
}

/** The button that mends a fault by itself. */
function Fix({ questionnaire, fault, words, onMended }: Omit<FaultsProps, 'onShow'> & { fault: Fault; words: string }) {
  const t = useT();
  const fix = useChange('POST /api/v1/questionnaires/{id}/fix');
  const { id, revision } = questionnaire;
  if (fault.fix === null) return null;
  const go = () =>
    fix.mutate(
      { params: { id }, body: { revision, code: fault.code, where: fault.where } },
      {
        onSuccess: ({ draft }) => {
          onMended(draft);
          announce(t('faults.fixed'));
        },
      },
    );
  return (
    <>
      <Button aria-disabled={fix.isPending} onClick={go}>
        <Said>{fault.fix}</Said> <span className="unseen">{words}</span>
      </Button>
      <ErrorNote error={fix.error} />
    </>
  );
}

interface FaultListProps extends FaultsProps {
  faults: readonly Fault[];
}

function FaultList({ questionnaire, faults, onShow, onMended }: FaultListProps) {
  const t = useT();
  return (
    <ul className="stack">
      {faults.map((fault) => {
        const { code, where, sentence } = fault;
        const key = keyOf(questionnaire, where);
        const words = plain(fault, questionnaire, t);
        return (
          <li key={`${code} ${where} ${sentence}`}>
            <Said>{words}</Said>{' '}
            <span className="acts">
              {key === null ? null : (
                <Button onClick={() => onShow(key)}>
                  {t('faults.show')} <span className="unseen">{words}</span>
                </Button>
              )}
              <Fix questionnaire={questionnaire} fault={fault} words={words} onMended={onMended} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What stands against publishing and what should be known before it, each in a sentence, with a way to its place and a button that mends it where one can. */
export function Faults(props: FaultsProps) {
  const { questionnaire } = props;
  const t = useT();
  const stops = questionnaire.faults.filter(({ level }) => level === 'stops');
  const know = questionnaire.faults.filter(({ level }) => level === 'know');
  return (
    <>
      {stops.length === 0 ? null : (
        <section aria-labelledby="faults" className="note note-warn">
          <h2 id="faults">{t('faults.title', { count: stops.length })}</h2>
          <FaultList {...props} faults={stops} />
        </section>
      )}
      {know.length === 0 ? null : (
        <details className="note">
          <summary>{t('faults.know', { count: know.length })}</summary>
          <FaultList {...props} faults={know} />
        </details>
      )}
    </>
  );
}
