import { useT } from '../../../words.ts';
import type { Shown } from './preview.tsx';

type Question = Extract<Shown, { as: 'letter' }>['questions'][number];

interface LetterPreviewProps {
  questions: readonly Question[];
  large: boolean;
  lang: string;
  dir: 'ltr' | 'rtl';
}

function OnPaper({ question }: { question: Question }) {
  const { number, title, hint, options, lines, routing } = question;
  return (
    <li>
      <p className="paper-question">
        {number}. {title}
      </p>
      <p>{hint}</p>
      {options.map((option) => (
        <p key={option.number} className="paper-option">
          <span aria-hidden="true">☐</span> {option.number} {option.label}
        </p>
      ))}
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <hr key={line} />
      ))}
      {routing === '' ? null : <p className="paper-routing">{routing}</p>}
    </li>
  );
}

/** The questions of the form on paper, in the size in which they are printed. */
export function LetterPreview({ questions, large, lang, dir }: LetterPreviewProps) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="paper" aria-label={t('preview.paper')} tabIndex={0} lang={lang} dir={dir} data-large={large}>
      <ol>
        {questions.map((question) => (
          <OnPaper key={question.number} question={question} />
        ))}
      </ol>
    </section>
  );
}
