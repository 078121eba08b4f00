import { elementsOf } from '../../elements.ts';
import type { SurveyJson } from '../../schema.ts';
import { type Branch, type BranchTest, howsOf, writeBranch } from '../branch.ts';
import { withElement } from '../flat.ts';
import { editKindOf, offered } from '../kinds.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';
import { kindsIn } from '../uses.ts';
import { calling } from '../words.ts';

export interface AskIf {
  question: string;
  /** Null: asked of everybody. */
  branch: Branch | null;
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);

/** Why a test cannot be, or null. */
function faultOf(survey: SurveyJson, question: string, { question: on, how, values }: BranchTest): string | null {
  const all = elementsOf(survey);
  const [own, other] = [question, on].map((wanted) => all.findIndex(({ name }) => name === wanted)) as [number, number];
  const element = all[other];
  if (!element || other >= own) return 'A question can only be asked because of an answer given before it.';
  const kind = editKindOf(element);
  if (!howsOf[kind].includes(how)) return `This cannot be asked of the answer to ${calling(survey, element.name)}.`;
  if (how === 'answered' || how === 'not_answered') return null;
  if (values.length === 0) return 'Choose at least one answer, or ask everybody.';
  if (values.length > 1 && ((how !== 'is' && how !== 'is_not') || kind === 'number' || kind === 'date'))
    return 'Give one answer to compare with.';
  const fits =
    kind === 'number' ? isNumber : kind === 'date' ? isDay : (value: string) => offered(element).includes(value);
  return values.every(fits) ? null : `Choose from the answers to ${calling(survey, element.name)}.`;
}

/** Asks a question only of some, or of everybody. */
export const askIf: Command<AskIf> = (survey, { question, branch }) => {
  const element = elementsOf(survey).find(({ name }) => name === question);
  if (!element) return noSuch('question');
  const item = `q.${question}`;
  if (branch === null || branch.tests.length === 0) {
    const { visibleIf: _, ...rest } = element;
    return { survey: withElement(survey, question, () => rest), item };
  }
  const fault = branch.tests.map((test) => faultOf(survey, question, test)).find((one) => one !== null);
  if (fault) return refuse('wrong', fault);
  const visibleIf = writeBranch(branch, kindsIn(survey));
  return { survey: withElement(survey, question, () => ({ ...element, visibleIf })), item };
};
