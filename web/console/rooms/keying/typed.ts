import type { Answer } from '../../../shared/api.ts';
import type { Translate } from '../../words.ts';

export type Return = Answer<'GET /api/v1/keying/{code}'>;
export type Question = Return['questions'][number];

const labelled = ({ options, unread }: Question, number: string): string | null => {
  const option = [...options, ...unread].find((one) => String(one.number) === number);
  return option ? `${option.number} ${option.label}` : null;
};

/** What the keys pressed so far stand for, in words, shown before Enter; empty while they stand for nothing. */
export function saidBy(question: Question, typed: string, t: Translate): string {
  const keys = typed.trim();
  if (keys === '-') return t('keying.blank');
  if (keys === '/') return t('keying.back');
  if (keys === '' || question.kind === 'text') return '';
  const numbers = keys.match(/\d+/g) ?? [];
  if (question.options.length === 0) return keys.startsWith('*') ? t('keying.both', { marks: numbers.join(', ') }) : '';
  const words = numbers.map((number) => labelled(question, number) ?? t('keying.no_such', { number }));
  if (keys.startsWith('*')) return t('keying.both', { marks: words.join(', ') });
  return words.join(', ');
}

/** Why the keys cannot be sent yet: nothing pressed, or two marks without both of their numbers. */
export function lacking(question: Question, typed: string): 'nothing' | 'both' | null {
  const keys = typed.trim();
  if (keys === '') return 'nothing';
  if (question.kind !== 'text' && keys.startsWith('*') && (keys.match(/\d+/g) ?? []).length < 2) return 'both';
  return null;
}
