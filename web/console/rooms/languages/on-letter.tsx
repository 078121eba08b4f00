import { isLanguage } from '../../../../surveys/language.ts';
import { letterLine } from '../../../../surveys/questionnaire/translation/letter-line.ts';
import { useT } from '../../words.ts';
import type { Row, Translation } from './translation.ts';

interface OnLetterProps {
  words: string;
  role: Row['place']['role'];
  translation: Pick<Translation, 'language' | 'letter'>;
}

/** Whether words fit the line of the letter. Of answers and hints, which are many, only what does not fit is told. */
export function OnLetter({ words, role, translation: { language, letter } }: OnLetterProps) {
  const t = useT();
  const line = isLanguage(language.code) ? letterLine({ words, language: language.code, role }, letter) : null;
  if (line === null) return null;
  const { lines, wide } = line;
  if (wide !== null)
    return (
      <p className="row-faults">
        {t('translate.line_wide')} <bdi lang={language.code}>{wide}</bdi>
      </p>
    );
  if (lines === 1) return role === 'title' ? <p className="soft">{t('translate.line_fits')}</p> : null;
  return role === 'hint' ? null : <p className="soft">{t('translate.line_more', { count: lines })}</p>;
}
