import { useRef, useState } from 'react';
import { ApiProblem } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { useT, wordOf } from '../../words.ts';
import { type Question, type Questionnaire, rowsOf, type WordRow } from './rows.ts';
import type { Edits } from './use-edits.ts';
import { type Tongue, WordRowView } from './word-row.tsx';

export type Order = 'missing' | 'asked';

interface WordsFormProps {
  questionnaire: Questionnaire;
  edits: Edits;
  target: Tongue;
  order: Order;
}

/** Faults the server found in what was typed, by key. */
function faultOf({ saving }: Edits, key: string): string | null {
  if (!(saving.error instanceof ApiProblem)) return null;
  return saving.error.faults.find(({ path }) => path.replace(/^body\.texts\./, '') === key)?.message ?? null;
}

function QuestionHead({ question, translating }: { question: Question; translating: boolean }) {
  const t = useT();
  const { lockedWhy, unverified } = question;
  return (
    <header className="wording-head">
      <h3>{t('wording.question', { number: question.number })}</h3>
      <p className="soft">
        {wordOf('kind', question.kind)}
        {question.condition === null ? null : (
          <>
            . <Said>{question.condition}</Said>
          </>
        )}
      </p>
      {lockedWhy === null ? null : <p>{translating ? t('wording.locked_translate') : <Said>{lockedWhy}</Said>}</p>}
      {unverified === null ? null : (
        <p>
          {t('wording.unverified')} <Said>{unverified}</Said>
        </p>
      )}
    </header>
  );
}

/** Rows as they are shown: the order is chosen once, and stands while words are typed. */
function useRows({ questionnaire, edits, target, order }: WordsFormProps): WordRow[] {
  const { sourceLanguage, texts } = questionnaire;
  const translating = target.code !== sourceLanguage;
  // Nothing can be written where the source is fixed and empty, or where there is nothing to translate.
  const rows = rowsOf(questionnaire).filter(
    ({ key, question }) => !(translating || question?.locked) || edits.textOf(sourceLanguage, key) !== '',
  );
  const [first] = useState(() => new Set(rows.map(({ key }) => key).filter((key) => !texts[target.code]?.[key])));
  if (order === 'asked' || !translating) return rows;
  return [...rows.filter(({ key }) => first.has(key)), ...rows.filter(({ key }) => !first.has(key))];
}

/** All words of one language. Give it a new `key` to sort again. */
export function WordsForm(props: WordsFormProps) {
  const { questionnaire, edits, target, order } = props;
  const form = useRef<HTMLDivElement>(null);
  const rows = useRows(props);
  const source: Tongue = {
    code: questionnaire.sourceLanguage,
    dir: questionnaire.editions.find(({ language }) => language === questionnaire.sourceLanguage)?.dir ?? 'ltr',
  };
  const headed = order === 'asked' || source.code === target.code;
  const next = async (box: HTMLTextAreaElement) => {
    await edits.save().catch(() => undefined);
    const boxes = [...(form.current?.querySelectorAll('textarea') ?? [])];
    const after = boxes.slice(boxes.indexOf(box) + 1);
    (after.find(({ value }) => value === '') ?? after[0])?.focus();
  };
  return (
    <div ref={form} className="wording">
      {rows.map((row, place) => (
        <div key={row.key}>
          {headed && row.question && row.question !== rows[place - 1]?.question ? (
            <QuestionHead question={row.question} translating={source.code !== target.code} />
          ) : null}
          <WordRowView
            row={row}
            source={source}
            target={target}
            sourceText={edits.textOf(source.code, row.key)}
            text={edits.textOf(target.code, row.key)}
            fault={faultOf(edits, row.key)}
            onType={(text) => edits.set(target.code, row.key, text)}
            onNext={(box) => void next(box)}
          />
        </div>
      ))}
    </div>
  );
}
