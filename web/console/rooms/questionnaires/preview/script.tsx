import { language, useT } from '../../../words.ts';
import type { Chosen, ShownAs } from './shown.ts';

/** What an interviewer reads out, and the number to key for each answer. */
export function ScriptPreview({ shown, chosen }: { shown: ShownAs<'telephone'>; chosen: Chosen }) {
  const t = useT();
  return (
    <ol className="preview-texts" aria-label={t('preview.script')} lang={chosen.language} dir={chosen.dir}>
      {shown.questions.map(({ question, lines, options, unread }) => (
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
