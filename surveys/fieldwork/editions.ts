import { type Format, formats, formatWords } from '../format.ts';
import { type Language, languages } from '../language.ts';
import type { WhyNot } from '../questionnaire/editions.ts';

/** What somebody asked for, and what they get instead. */
export interface Fallback {
  asked: { language: Language; format: Format };
  got: { language: Language; format: Format };
  why: WhyNot;
}

const reasons = {
  not_translated: 'had not been made',
  not_approved: 'had not been approved',
  out_of_date: 'was out of date',
} as const;

/** "English, 18 point, because the Urdu large print was out of date. It had a line in Urdu on how to get it." After "She got it in". */
export function fallbackWords({ asked, got, why }: Fallback): string {
  const want = languages[asked.language].english;
  const { points } = formats[got.format];
  const size = points === null ? formatWords(got.format) : `${points} point`;
  const wanted = [want, formatWords(asked.format)].filter(Boolean).join(' ');
  const have = `${languages[got.language].english}, ${size}`;
  return `${have}, because the ${wanted} ${reasons[why]}. It had a line in ${want} on how to get it.`;
}

const questionReasons = {
  not_translated: 'had not been made',
  not_approved: 'had not been approved',
  out_of_date: 'were out of date',
} as const;

/** "Urdu with the questions in English, because the Urdu ones had not been approved." After "She got it in". A message itself is always in the language asked for. */
export function questionsFallback(asked: Language, got: Language, why: WhyNot): string {
  const [want, have] = [languages[asked].english, languages[got].english];
  return `${want} with the questions in ${have}, because the ${want} ones ${questionReasons[why]}.`;
}

/** "Large print Urdu": how staff name an edition. */
export const editionName = ({ language, format }: { language: Language; format: Format }): string =>
  [...(format === 'standard' ? [] : [formats[format].name]), languages[language].english].join(' ');
