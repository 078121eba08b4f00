import { introKey, titleKey } from '../keys.ts';
import type { Compiled } from '../types.ts';

/** Where a text stands, as an officer and a translator name it. */
export interface Place {
  /** Number of the question; null for words of the whole. */
  question: number | null;
  role: 'title' | 'intro' | 'hint' | 'option' | 'min' | 'max' | 'sms' | 'other';
  /** Which answer it is, from 1; 0 for what is no answer. */
  option: number;
}

const parts = ['title', 'hint', 'min', 'max', 'sms'] as const;
type Part = (typeof parts)[number];
const isPart = (text: string): text is Part => parts.some((part) => part === text);

/** Takes a string key and the questions; gives its place. */
export function placeOf(key: string, { questions }: Pick<Compiled, 'questions'>): Place {
  if (key === titleKey) return { question: null, role: 'title', option: 0 };
  if (key === introKey) return { question: null, role: 'intro', option: 0 };
  const [, id = '', part = ''] = key.split('.');
  const index = questions.findIndex((one) => one.id === id);
  const question = index < 0 ? null : index + 1;
  if (isPart(part)) return { question, role: part, option: 0 };
  const option = (questions[index]?.options ?? []).findIndex((one) => one.key === key) + 1;
  return { question, role: option > 0 ? 'option' : 'other', option };
}

const words: Record<Place['role'], string> = {
  title: 'title',
  intro: 'introduction',
  hint: 'hint',
  option: 'answer',
  min: 'lowest end',
  max: 'highest end',
  sms: 'words for texts',
  other: 'words',
};

/** "Question 2, answer 1", "Title", for files and sentences. */
export function placeWords({ question, role, option }: Place): string {
  const named = `${words[role]}${option > 0 ? ` ${option}` : ''}`;
  return question === null ? `${named.charAt(0).toUpperCase()}${named.slice(1)}` : `Question ${question}, ${named}`;
}
