import type { Letter, LetterQuestion } from '../../channels/post/printer.ts';
import samples from '../cases/letters.json' with { type: 'json' };

/** Languages of the sample words; they are for looking at and testing, not for sending. */
export const sampleLanguages = ['en', 'cy', 'pl', 'ur'] as const;
export type SampleLanguage = (typeof sampleLanguages)[number];

/** A whole letter with questionnaire in one language, from the sample words; `changes` replace any part of it. */
export function sampleLetter(
  language: SampleLanguage,
  format: Letter['format'],
  changes: Partial<Letter> = {},
): Letter {
  const words = samples[language];
  return {
    deliveryId: '0198f000-0000-7000-8000-000000000001',
    language,
    format,
    address: ['Mrs N Khan', '12 Elm Court', 'Wharf Lane', 'Oxford', 'OX1 1AA'],
    landlordName: 'Millbrook Homes',
    landlordAddress: ['Millbrook Homes', '1 High Street', 'Oxford', 'OX1 9ZZ', '01632 960123'],
    dateline: words.dateline,
    versionline: words.versionline,
    title: words.title,
    paragraphs: words.paragraphs,
    code: { digits: '4821 0937 5526', label: words.codeLabel, url: 'https://ask.millbrook.example/s/482109375526' },
    questions: sampleQuestions(language),
    formTitle: words.formTitle,
    formHelp: words.formHelp,
    formEnd: words.formEnd,
    otherLanguages: sampleLanguages
      .filter((other) => other !== language)
      .map((other) => ({ language: other, text: samples[other].lastLine })),
    pageLabel: words.pageLabel,
    ...changes,
  };
}

function sampleQuestions(language: SampleLanguage): LetterQuestion[] {
  const { satisfied, choose, scale, yesno, written } = samples[language];
  const scaleLabels = Array.from({ length: 11 }, (_, n) => (n === 0 ? scale.low : n === 10 ? scale.high : String(n)));
  return [
    { ...blank, number: 1, title: satisfied.title, options: numbered(satisfied.options) },
    { ...blank, number: 2, title: choose.title, hint: choose.hint, options: numbered(choose.options) },
    { ...blank, number: 3, title: scale.title, hint: scale.hint, options: numbered(scaleLabels, 0) },
    { ...blank, number: 4, title: yesno.title, options: numbered(yesno.options), routing: yesno.routing },
    { ...blank, number: 5, title: written.title, hint: written.hint, lines: 6 },
  ];
}

const blank = { hint: '', options: [], lines: 0, routing: '' };

function numbered(labels: readonly string[], from = 1) {
  return labels.map((label, i) => ({ number: i + from, label }));
}
