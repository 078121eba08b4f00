/** "Ask only if question 2 is Dirty": the conditions an officer sets without writing an expression, and back. */
import type { EditKind } from './kinds.ts';

export const hows = [
  'is',
  'is_not',
  'at_least',
  'at_most',
  'more_than',
  'less_than',
  'answered',
  'not_answered',
] as const;
export type How = (typeof hows)[number];
export interface BranchTest {
  question: string;
  how: How;
  /** Answers, any of which will do; none for `answered` and `not_answered`. */
  values: readonly string[];
}
/** Tests that must all hold (`and`) or of which one must (`or`). */
export interface Branch {
  join: 'and' | 'or';
  tests: readonly BranchTest[];
}

const any = ['answered', 'not_answered'] as const;
const choice = ['is', 'is_not', ...any] as const;
/** What may be tested of each kind. */
export const howsOf: Record<EditKind, readonly How[]> = {
  single: choice,
  multiple: choice,
  yes_no: choice,
  scale: hows,
  number: hows,
  date: hows,
  short_text: any,
  long_text: any,
  photo: any,
};

/** Kinds whose answers are compared as numbers. */
const counted: readonly EditKind[] = ['scale', 'number'];
const signs: Record<'at_least' | 'at_most' | 'more_than' | 'less_than', string> = {
  at_least: '>=',
  at_most: '<=',
  more_than: '>',
  less_than: '<',
};

function writeTest({ question, how, values }: BranchTest, kind: EditKind): string {
  const of = `{${question}}`;
  if (how === 'answered') return `${of} notempty`;
  if (how === 'not_answered') return `${of} empty`;
  const written = values.map((value) => (counted.includes(kind) ? value : `'${value}'`));
  const [only = "''"] = written;
  if (how !== 'is' && how !== 'is_not') return `${of} ${signs[how]} ${only}`;
  const not = how === 'is_not';
  if (written.length > 1) return `${of} ${not ? 'noneof' : 'anyof'} [${written.join(', ')}]`;
  if (kind === 'multiple') return `${of} ${not ? 'notcontains' : 'contains'} ${only}`;
  return `${of} ${not ? '<>' : '='} ${only}`;
}

/** The SurveyJS expression of a branch. Takes what kind each question is. */
export const writeBranch = ({ join, tests }: Branch, kindOf: (question: string) => EditKind): string =>
  tests.map((test) => writeTest(test, kindOf(test.question))).join(` ${join} `);

const howOf: Record<string, How> = {
  '=': 'is',
  '==': 'is',
  equal: 'is',
  anyof: 'is',
  contains: 'is',
  '<>': 'is_not',
  '!=': 'is_not',
  notequal: 'is_not',
  noneof: 'is_not',
  notcontains: 'is_not',
  '>=': 'at_least',
  greaterorequal: 'at_least',
  '<=': 'at_most',
  lessorequal: 'at_most',
  '>': 'more_than',
  greater: 'more_than',
  '<': 'less_than',
  less: 'less_than',
  notempty: 'answered',
  empty: 'not_answered',
};

const scalar = /^(?:'([^'\\]*)'|"([^"\\]*)"|(-?\d+(?:\.\d+)?))$/;
function scalarOf(text: string): string | null {
  const found = scalar.exec(text.trim());
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null;
}

/** The values of an operand: one, or a list in brackets; null for anything else. */
function valuesOf(text: string): string[] | null {
  const list = /^\[(.*)\]$/.exec(text);
  const values = (list ? (list[1] ?? '').split(',') : [text]).map(scalarOf);
  return values.every((value) => value !== null) ? values : null;
}

const shape = /^\{([A-Za-z]\w*)\}\s*(=|==|<>|!=|>=|<=|>|<|[a-z]+)(?:\s*(\[.*\]|'[^']*'|"[^"]*"|-?[\d.]+))?$/;

function readTest(text: string): BranchTest | null {
  const [, question = '', sign = '', operand] = shape.exec(text.trim()) ?? [];
  const how = Object.hasOwn(howOf, sign) ? howOf[sign] : undefined;
  if (!how) return null;
  if (how === 'answered' || how === 'not_answered') return operand === undefined ? { question, how, values: [] } : null;
  const values = operand === undefined ? null : valuesOf(operand);
  if (values === null || values.length === 0) return null;
  const list = operand?.startsWith('[') ?? false;
  // "Contains" a list wants all of it, and equal to a list is nothing we ask.
  return list !== (sign === 'anyof' || sign === 'noneof') ? null : { question, how, values };
}

/** Pieces between ` and ` or ` or `, outside quotes; null when both are used or there are round brackets. */
function pieces(text: string): { join: 'and' | 'or'; parts: string[] } | null {
  const bare = text.replace(/'[^']*'|"[^"]*"/g, (quoted) => '_'.repeat(quoted.length));
  if (/[()]/.test(bare)) return null;
  const joins = [...bare.matchAll(/\s(and|or)\s/gi)];
  const words = new Set(joins.map(([, word = '']) => word.toLowerCase()));
  if (words.size > 1) return null;
  const cuts = joins.map((found) => ({ from: found.index, to: found.index + found[0].length }));
  const parts = [...cuts, { from: text.length, to: 0 }].map(({ from }, at) => text.slice(cuts[at - 1]?.to ?? 0, from));
  return { join: words.has('or') ? 'or' : 'and', parts };
}

/** The branch an expression says, or null where the simple form cannot show it. */
export function readBranch(expression: string): Branch | null {
  const found = pieces(expression);
  const tests = found?.parts.map(readTest) ?? [null];
  return found && tests.every((test) => test !== null) ? { join: found.join, tests } : null;
}

/** Questions an expression names, whether or not we can read it. */
export const namedIn = (expression: string): string[] => [
  ...new Set([...expression.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name.trim())),
];
