import { Textarea, TextInput } from '@mantine/core';
import { isLanguage, languages } from '../../../../../surveys/language.ts';
import type { Words } from '../../../../../surveys/questionnaire/edit/words.ts';
import { sourceWords } from '../../../../../surveys/questionnaire/edit/words.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { boxId } from './naming.ts';
import type { Drafting } from './use-draft.ts';

interface WordBoxProps {
  drafting: Drafting;
  /** String key of the words. */
  of: string;
  words: Words | undefined;
  label: string;
  hint?: string;
  /** One line, for an answer or the end of a scale. */
  line?: boolean;
  /** Why they may not be changed, or null. */
  fixed?: string | null;
}

/** Words in the language the questionnaire is written in, kept at every letter. */
export function WordBox({ drafting, of, words, label, hint, line = false, fixed = null }: WordBoxProps) {
  const source = sourceLanguage(drafting.survey);
  const props = {
    id: boxId(of),
    label,
    description: hint,
    lang: source,
    dir: isLanguage(source) ? languages[source].dir : 'ltr',
    value: sourceWords(words, source),
    maxLength: 2_000,
    readOnly: fixed !== null,
    onChange: (event: { currentTarget: { value: string } }) =>
      drafting.run('reword', { key: of, text: event.currentTarget.value }, of),
    styles: { label: { direction: 'ltr' as const } },
  };
  return line ? <TextInput {...props} /> : <Textarea {...props} rows={2} />;
}
