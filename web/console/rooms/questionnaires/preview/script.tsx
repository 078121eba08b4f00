import type { Shown } from './preview.tsx';

type Question = Extract<Shown, { as: 'telephone' }>['questions'][number];

interface ScriptPreviewProps {
  questions: readonly Question[];
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** What an interviewer reads out, and the number to key for each answer. */
export function ScriptPreview({ questions, lang, dir }: ScriptPreviewProps) {
  return (
    <ol className="preview-texts" lang={lang} dir={dir}>
      {questions.map(({ question, lines, options }) => (
        <li key={question}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {options.map(({ number, label }) => (
            <p key={number} className="paper-option">
              {number} {label}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
