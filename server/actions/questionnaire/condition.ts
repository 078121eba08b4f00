import type { Comparison, Compiled, Expression, Question, Texts } from '../../../surveys/questionnaire/types.ts';

const comparing: Record<Comparison, string> = {
  equal: 'is',
  not_equal: 'is not',
  greater: 'is more than',
  less: 'is less than',
  greater_or_equal: 'is at least',
  less_or_equal: 'is at most',
  contains: 'has',
  not_contains: 'does not have',
  any_of: 'has one of',
  all_of: 'has all of',
};

const spoken: Record<string, string> = { yes: 'Yes', no: 'No' };

function labelOf(question: Question | undefined, value: string | number, texts: Texts): string {
  const option = question?.options.find((one) => one.id.toLowerCase() === String(value).toLowerCase());
  return option ? (texts[option.key] ?? spoken[option.id] ?? option.id) : String(value);
}

/** A condition in words an officer reads: "question 5 is Yes". */
function inWords(condition: Expression, questions: readonly Question[], texts: Texts): string {
  const again = (inner: Expression) => inWords(inner, questions, texts);
  if (condition.op === 'and' || condition.op === 'or') return condition.of.map(again).join(` ${condition.op} `);
  if (condition.op === 'not') return `not (${again(condition.of)})`;
  const index = questions.findIndex((one) => one.id === condition.answer);
  const place = `question ${index + 1}`;
  if (condition.op === 'empty') return `${place} is not answered`;
  if (condition.op === 'not_empty') return `${place} is answered`;
  const values = [condition.value].flat().map((value) => labelOf(questions[index], value, texts));
  return `${place} ${comparing[condition.op]} ${values.join(' or ')}`;
}

/** "Asked only if question 5 is Yes", or null for a question that everybody is asked. */
export const conditionSentence = ({ showIf }: Question, { questions }: Compiled, texts: Texts): string | null =>
  showIf === null ? null : `Asked only if ${inWords(showIf, questions, texts)}`;
