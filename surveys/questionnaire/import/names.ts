/** Names and answers of a file under ids we can keep, and its conditions written with them. */
import { limits } from '../../limits.ts';
import { answerId, questionId } from '../edit/ids.ts';
import type { Expression, Scalar } from '../types.ts';

const isId = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && name.length <= limits.idLetters && !(name in {});
const isAnswer = (value: string): boolean => /^[A-Za-z0-9_-]+$/.test(value) && value.length <= limits.idLetters;

export class Names {
  private readonly questions = new Map<string, string>();
  private readonly answers = new Map<string, Map<string, string>>();

  /** An id for a question of the file; its own where it can be one. */
  question(name: string): string {
    const taken = [...this.questions.values()];
    const free = !taken.some((one) => one.toLowerCase() === name.toLowerCase());
    const id = isId(name) && free ? name : questionId(name, taken);
    // Of two under one name conditions mean the first.
    if (!this.questions.has(name)) this.questions.set(name, id);
    else this.questions.set(`${name}\n${id}`, id);
    return id;
  }

  /** An id for an answer of a question. */
  answer(question: string, value: string, taken: readonly string[]): string {
    const free = !taken.some((one) => one.toLowerCase() === value.toLowerCase());
    const id = isAnswer(value) && free ? value : answerId(value, taken);
    this.means(question, value, id);
    return id;
  }

  /** Remembers what conditions of the file call an answer. */
  means(question: string, value: string, id: string): void {
    this.answers.set(question, (this.answers.get(question) ?? new Map()).set(value, id));
  }

  /** A condition of the file with our names in it. */
  inOurs(expression: Expression): Expression {
    if (expression.op === 'and' || expression.op === 'or')
      return { op: expression.op, of: expression.of.map((one) => this.inOurs(one)) };
    if (expression.op === 'not') return { op: 'not', of: this.inOurs(expression.of) };
    const answer = this.questions.get(expression.answer) ?? expression.answer;
    if (expression.op === 'empty' || expression.op === 'not_empty') return { op: expression.op, answer };
    const map = (value: Scalar): Scalar => this.answers.get(answer)?.get(String(value)) ?? value;
    const { value } = expression;
    return { op: expression.op, answer, value: typeof value === 'object' ? value.map(map) : map(value) };
  }
}
