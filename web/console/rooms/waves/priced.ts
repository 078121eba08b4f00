import type { Word } from '../../words.ts';

/** Pence of each answer; null where nobody answered, or a message that has no price is not in the sum. */
export const eachAnswer = ({
  spent,
  answers,
  notPriced,
}: {
  spent: number;
  answers: number;
  notPriced: number;
}): number | null => (answers === 0 || notPriced > 0 ? null : spent / answers);

/** About what asking more costs; the words of a sum in which unpriced emails are missing say so. */
export function aboutCost(
  t: (word: Word, values?: Record<string, string>) => string,
  { pence, priced }: { pence: number; priced: boolean },
  sayMoney: (pence: number) => string,
): string {
  if (!priced && pence === 0) return t('cost.not_priced');
  const about = t('ask.about', { money: sayMoney(pence) });
  return priced ? about : `${about}. ${t('check.not_priced')}`;
}
