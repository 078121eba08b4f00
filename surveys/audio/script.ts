/** What a reader reads out, track by track, so that a listener can go back to one question. */
import type { Language } from '../language.ts';
import { phrase } from '../locales/phrases.ts';
import { bare, type NumberedPaper } from '../papers/numbered.ts';

export interface Track {
  number: number;
  /** For whoever records: what it is. */
  name: string;
  /** Read out one after another, with a pause after each. */
  lines: readonly string[];
  /** Recorded anew for each person: it says their code. */
  personal: boolean;
}

/** Seconds of silence: after a line, and at the end of a track. */
const pauses = { line: 1, track: 3 } as const;

/** "4821 0937" as it is read: one digit after another, a comma between groups. */
export const digitByDigit = (number: string): string =>
  number
    .trim()
    .split(/\s+/)
    .map((group) => [...group].join(' '))
    .join(', ');

// Telephone numbers within words; the number of a question or a year is said as a number.
const telephone = /(?<![\d+])(?:\+|0)\d[\d ]{5,}\d/g;
const spoken = (text: string): string => bare(text).replaceAll(telephone, (number) => digitByDigit(number));

type Question = NumberedPaper['questions'][number];

function questionLines(question: Question, total: number, language: Language): string[] {
  const { number, title, hint, options, routing } = question;
  const answers = options.map((option) => phrase(language, 'audio.answer', option));
  return [phrase(language, 'speech.progress', { number, total }), title, hint, ...answers, routing];
}

/** The tracks of a paper: opening, the code, each question, the end. */
export function tracksOf(paper: NumberedPaper, language: Language): Track[] {
  const { code, questions, formHelp, formEnd = [] } = paper;
  const opening = [
    phrase(language, 'audio.welcome', { name: paper.landlordName }),
    paper.title,
    `${paper.dateline}. ${paper.versionline}.`,
    ...paper.paragraphs,
  ];
  const tracks: Omit<Track, 'number'>[] = [
    { name: 'Opening', lines: opening, personal: false },
    ...(code === null ? [] : [{ name: 'Code', lines: [codeLine(code.digits, language)], personal: true }]),
    ...(formHelp.length > 0 && questions.length > 0
      ? [{ name: 'How to answer', lines: formHelp, personal: false }]
      : []),
    ...questions.map((question) => ({
      name: `Question ${question.number}`,
      lines: questionLines(question, questions.length, language),
      personal: false,
    })),
    ...(formEnd.length > 0 ? [{ name: 'End', lines: formEnd, personal: false }] : []),
  ];
  return tracks.map((track, place) => ({
    ...track,
    number: place + 1,
    lines: track.lines.filter((line) => line !== '').map((line) => (track.personal ? line : spoken(line))),
  }));
}

/** The track of a code: the digits twice. */
const codeLine = (digits: string, language: Language): string =>
  phrase(language, 'audio.code', { code: digitByDigit(digits) });

/** A track as it stands in a script. What is in square brackets is not read out. */
export const trackText = ({ number, name, lines }: Track): string =>
  [`[Track ${number}: ${name}]`, ...lines.map((line) => `${line}\n[pause ${pauses.line}]`), `[pause ${pauses.track}]`]
    .join('\n')
    .concat('\n');

/** The whole script; the track of the code says where each person's own goes. */
export const scriptText = (tracks: readonly Track[]): string =>
  tracks
    .map((track) =>
      track.personal
        ? `[Track ${track.number}: ${track.name}. Each person has their own: see the folder "personal".]\n`
        : trackText(track),
    )
    .join('\n');
