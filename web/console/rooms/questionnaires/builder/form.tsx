import { useEffect, useRef } from 'react';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { AddForm, AddWords } from './add-form.tsx';
import { Earlier } from './earlier.tsx';
import { nameOf, rowsOf, wholeKey } from './naming.ts';
import { ReadForm, WholeForm } from './other-forms.tsx';
import { QuestionForm } from './question-form.tsx';
import { RefusedNote } from './refused-note.tsx';
import type { Drafting } from './use-draft.ts';

interface FormRegionProps {
  drafting: Drafting;
  questionnaire: Questionnaire;
  /** What is shown: an item, the whole, `add`, `add_words` or `earlier`. */
  chosen: string;
  /** Where something new goes. */
  to: number;
  /** Raised when the heading is to have focus. */
  visit: number;
  onChoose: (key: string) => void;
}

/** Heading of the form: "Question 2", or what is being added. */
function useTitle({ drafting, chosen }: FormRegionProps): string {
  const t = useT();
  if (chosen === 'add') return t('builder.adding');
  if (chosen === 'add_words') return t('builder.adding_words');
  if (chosen === 'earlier') return t('earlier.title');
  const row = rowsOf(drafting.survey).find(({ key }) => key === chosen);
  if (!row) return t('builder.whole');
  return row.number === null ? t('builder.words') : t('builder.heading', { number: row.number, name: nameOf(row, t) });
}

function Shown(props: FormRegionProps) {
  const { drafting, questionnaire, chosen, to, onChoose } = props;
  if (chosen === 'add') return <AddForm drafting={drafting} questionnaire={questionnaire} to={to} onAdded={onChoose} />;
  if (chosen === 'add_words') return <AddWords drafting={drafting} to={to} onAdded={onChoose} />;
  if (chosen === 'earlier') return <Earlier id={questionnaire.id} drafting={drafting} />;
  const row = rowsOf(drafting.survey).find(({ key }) => key === chosen);
  if (!row) return <WholeForm drafting={drafting} />;
  if (row.item.is === 'head')
    return <ReadForm drafting={drafting} row={row} head={row.item.head} onChoose={onChoose} />;
  const { element } = row.item;
  return (
    <QuestionForm
      key={row.key}
      drafting={drafting}
      questionnaire={questionnaire}
      row={row}
      element={element}
      onChoose={onChoose}
    />
  );
}

/** The region beside the list: the form of what is chosen there, with why the last edit was refused. */
export function FormRegion(props: FormRegionProps) {
  const { drafting, visit, onChoose } = props;
  const title = useTitle(props);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visit > 0) heading.current?.focus();
  }, [visit]);
  const { refused } = drafting;
  const done = (item: string, name: string) => onChoose(name === 'remove' ? wholeKey : item);
  return (
    <section aria-labelledby="builder-form" className="builder-form">
      <h2 id="builder-form" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {refused ? <RefusedNote drafting={drafting} refused={refused} onDone={done} /> : null}
      <Shown {...props} />
    </section>
  );
}
