import { type Language, languages } from '../../language.ts';
import { phraseLanguage } from '../../locales/phrases.ts';
import type { Compilation } from '../compile.ts';
import type { Structure } from '../schema.ts';
import type { Compiled, Problem, Question, Texts } from '../types.ts';

/** What a text message costs: parts, pence, and the letters that make it cost more. */
export interface TextCount {
  segments: number;
  pence: number;
  forcing: readonly string[];
}

/** A questionnaire that was read, with its words in each language and what the rules need to know besides. */
export interface Draft {
  structure: Structure;
  compiled: Compiled;
  source: Language;
  editions: Readonly<Partial<Record<Language, Texts>>>;
  /** Questions whose words are fixed: nothing is said of their style. */
  locked: ReadonlySet<string>;
  /** The number that people ring about a repair; empty when the landlord has given none. */
  phone: string;
  /** Who of staff answers for what sounds urgent; null when nobody is named. */
  owner: string | null;
  /** Counts a text; given from outside, where alphabets and prices are. */
  countText: (words: string) => TextCount;
}

/** What the rules need besides the questionnaire. */
export type Around = Pick<Draft, 'locked' | 'phone' | 'owner' | 'countText'>;

/** A draft as the rules read it. */
export const draftOf = ({ structure, compiled, language, editions }: Compilation, around: Around): Draft => ({
  structure,
  compiled,
  source: phraseLanguage(language),
  editions,
  ...around,
});

/** The editions as a list. */
export const editionsOf = (draft: Draft): [Language, Texts][] =>
  Object.entries(draft.editions).filter(([, texts]) => texts !== undefined) as [Language, Texts][];

/** "Question 2". */
export const numbered = ({ compiled }: Draft, id: string): string =>
  `Question ${compiled.questions.findIndex((question) => question.id === id) + 1}`;

/** "Question 2 in Urdu". */
export const named = (draft: Draft, question: Question, language: Language): string =>
  `${numbered(draft, question.id)} in ${languages[language].english}`;

/** Questions whose words somebody here can change. */
export const ownQuestions = ({ compiled, locked }: Draft): Question[] =>
  compiled.questions.filter(({ id }) => !locked.has(id));

export const problem = (code: string, where: string, sentence: string): Problem => ({ code, where, sentence });
