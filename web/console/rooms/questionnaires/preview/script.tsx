import { language, useT } from '../../../words.ts';
import type { Shown } from './preview.tsx';

type Question = Extract<Shown, { as: 'telephone' }>['questions'][number];

interface ScriptPreviewProps {
  questions: readonly Question[];
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** What an interviewer reads out, and the number to key for each answer. */
export function ScriptPreview({ questions, lang, dir }: ScriptPreviewProps) {
  const t = useT();
  return (
    <ol className="preview-texts" lang={lang} dir={dir}>
      {questions.map(({ question, lines, options, unread }) => (
        <li key={question}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {options.map(({ number, label }) => (
            <p key={number} className="paper-option">
              {number} {label}
            </p>
          ))}
          {unread.map(({ number, label }) => (
            <p key={number} className="paper-option soft">
              <span lang={language()}>{t('keying.unread')}</span> {number} {label}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
