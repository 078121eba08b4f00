/** A question as a text message, and what to say when the answer could not be read. */
import { type Language, languageCodes, languages } from '../../language.ts';
import { limits } from '../../limits.ts';
import { phrase } from '../../locales/phrases.ts';
import { type Asked, midSentence } from './asked.ts';

/** What a text may need besides the question. */
export interface TextValues {
  phone: string;
  link: string;
}

function ends({ question, options, low, high }: Asked): { min: number; max: number; low: string; high: string } {
  if (question.kind === 'scale') {
    return { min: question.min ?? 0, max: question.max ?? 0, low: midSentence(low), high: midSentence(high) };
  }
  const first = midSentence(options[0]?.label ?? '');
  return { min: 1, max: options.length, low: first, high: midSentence(options.at(-1)?.label ?? '') };
}

const listed = ({ options }: Asked): string => options.map(({ number, label }) => `${number} ${label}`).join(' ');

function instruction(asked: Asked, language: Language, values: TextValues): string {
  const { question } = asked;
  switch (question.kind) {
    case 'single':
    case 'yes_no':
      return phrase(language, 'sms.choose_one', { options: listed(asked) });
    case 'multiple':
      return phrase(language, 'sms.choose_all', { options: listed(asked) });
    case 'scale':
      return phrase(language, asked.low ? 'sms.scale' : 'sms.scale_bare', { ...ends(asked) });
    case 'number':
      return phrase(language, 'sms.number');
    case 'date':
      return phrase(language, 'sms.date');
    case 'text':
      return phrase(language, question.short ? 'sms.short' : 'sms.written', { phone: values.phone });
    case 'photo':
      return phrase(language, 'sms.photo', { link: values.link });
  }
}

/**
 * The question as one text. Fixed wording (a published measure) is sent as it stands, without "Or reply SKIP", and
 * a
 * long written answer ends with DONE instead. A photo is never asked for: a line says where it can be added.
 */
export function askByText(asked: Asked, language: Language, values: TextValues): string {
  if (asked.question.kind === 'photo') return phrase(language, 'sms.photo', { link: values.link });
  const { question, number, total } = asked;
  const head = phrase(language, 'sms.question', { number, total, title: asked.short });
  const how = instruction(asked, language, values);
  const maySkip = question.measure === null && (question.kind !== 'text' || question.short === true);
  const said = `${head} ${maySkip ? phrase(language, 'sms.or_skip', { instruction: how }) : how}`;
  return asked.pageText === '' ? said : `${asked.pageText}\n${said}`;
}

/** The words for asking again, by attempt; the last one says where else to answer. */
export function askAgainByText(asked: Asked, attempt: number, language: Language, values: TextValues): string {
  if (attempt >= limits.reAsks) return phrase(language, 'sms.re_ask_last', { ...values });
  switch (asked.question.kind) {
    case 'multiple':
      return phrase(language, 'sms.re_ask_all');
    case 'number':
      return phrase(language, 'sms.re_ask_number');
    case 'date':
      return phrase(language, 'sms.re_ask_date');
    case 'text':
      return phrase(language, asked.question.short ? 'sms.re_ask_short' : 'sms.re_ask_written');
    case 'photo':
      return phrase(language, 'sms.photo', { link: values.link });
    case 'scale':
      return phrase(language, asked.low ? 'sms.re_ask' : 'sms.re_ask_scale', { ...ends(asked) });
    case 'single':
    case 'yes_no':
      return phrase(language, 'sms.re_ask', { ...ends(asked) });
  }
}

/** "Which language? Reply 1 English 2 Cymraeg ...", each in its own name. */
export function listLanguages(language: Language, offered: readonly Language[] = languageCodes): string {
  const named = offered.map((code, index) => `${index + 1} ${languages[code].name}`).join(' ');
  return phrase(language, 'sms.language', { languages: named });
}
