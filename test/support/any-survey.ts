/** Any questionnaire made of what we accept, as SurveyJS JSON, and any answers to it. For tests that draw thousands. */
import fc from 'fast-check';
import type { AnswerValue } from '../../surveys/interview/types.ts';
import type { Question } from '../../surveys/questionnaire/types.ts';

/** Answers by question. */
export type Given = Record<string, AnswerValue>;

interface Kind {
  type: string;
  inputType?: string;
  choices?: readonly (string | number | { value: string | number; text: string })[];
  rateMin?: number;
  rateMax?: number;
  [more: string]: unknown;
}
type Drawn = Kind & { name: string };

const words = ['a', 'b', 'c', 'd-1', 'X_2'];
const choices = fc.oneof(
  fc.subarray(words, { minLength: 1 }),
  fc.subarray([1, 2, 3, 40], { minLength: 1 }),
  fc.subarray(words, { minLength: 1 }).map((ids) => ids.map((value) => ({ value, text: `The ${value}` }))),
);
const items = { showNoneItem: fc.boolean(), showRefuseItem: fc.boolean(), showDontKnowItem: fc.boolean() };
const days = ['2019-12-31', '2020-01-01', '2020-02-29', '2024-06-30'];

const orMissing = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const limits = <T extends string | number>(some: fc.Arbitrary<T>) =>
  fc.tuple(orMissing(some), orMissing(some)).map(([one, other]) => {
    if (one === undefined || other === undefined) return { min: one, max: other };
    return one <= other ? { min: one, max: other } : { min: other, max: one };
  });

/** One question of each kind, without its name and conditions. */
const kinds: readonly fc.Arbitrary<Kind>[] = [
  fc.record({ type: fc.constantFrom('radiogroup', 'dropdown', 'checkbox'), choices, ...items }),
  fc
    .record({ rateMin: fc.integer({ min: 0, max: 2 }), steps: fc.integer({ min: 1, max: 10 }) })
    .map(({ rateMin, steps }) => ({ type: 'rating', rateMin, rateMax: rateMin + steps })),
  fc.constant({ type: 'boolean', valueTrue: 'yes', valueFalse: 'no' }),
  limits(fc.integer({ min: -5, max: 15 })).map((range) => ({ type: 'text', inputType: 'number', ...range })),
  limits(fc.constantFrom(...days)).map((range) => ({ type: 'text', inputType: 'date', ...range })),
  orMissing(fc.integer({ min: 1, max: 12 })).map((maxLength) => ({ type: 'text', maxLength })),
  orMissing(fc.integer({ min: 1, max: 12 })).map((maxLength) => ({ type: 'comment', maxLength })),
  fc.constant({ type: 'file', acceptedTypes: 'image/*' }),
];

/** Any one question. */
export const anyElement: fc.Arbitrary<Drawn> = fc
  .tuple(fc.oneof(...kinds), fc.boolean())
  .map(([element, isRequired]) => ({ name: 'q', ...element, ...(element.type !== 'file' && { isRequired }) }));

const quoted = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`);
const listed = (values: readonly (string | number)[]) => `[${values.map(quoted).join(', ')}]`;

function offeredBy({ type, choices: offered = [], ...element }: Drawn): (string | number)[] {
  if (type === 'boolean') return ['yes', 'no'];
  const special = [
    [element.showNoneItem, 'none'],
    [element.showRefuseItem, 'refused'],
    [element.showDontKnowItem, 'dontknow'],
  ] as const;
  const values = offered.map((choice) => (typeof choice === 'object' ? choice.value : choice));
  return [...values, ...special.filter(([shown]) => shown).map(([, id]) => id)];
}

const equalities = ['=', '==', 'equal', '<>', '!=', 'notequal'];
const orders = ['>', '<', '>=', '<=', 'greater', 'less', 'greaterorequal', 'lessorequal'];

const compared = (name: string, operators: string[], values: readonly (string | number)[]) =>
  fc
    .tuple(fc.constantFrom(...operators), fc.constantFrom(...values))
    .map(([operator, value]) => `{${name}} ${operator} ${quoted(value)}`);

const chosen = (name: string, operators: string[], values: readonly (string | number)[]) =>
  fc
    .tuple(fc.constantFrom(...operators), fc.subarray([...values], { minLength: 1 }))
    .map(([operator, some]) => `{${name}} ${operator} ${listed(some)}`);

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);

/** A test of one earlier answer, of each form its kind allows. */
function leafOn(element: Drawn): fc.Arbitrary<string> {
  const { name, type, inputType, rateMin = 0, rateMax = 0 } = element;
  const there = fc.constantFrom('empty', 'notempty').map((operator) => `{${name}} ${operator}`);
  const offered = offeredBy(element);
  if (type === 'checkbox') {
    const several = ['anyof', 'allof', 'noneof', 'contains', 'notcontains'];
    return fc.oneof(there, chosen(name, several, offered), compared(name, ['contains', 'notcontains'], offered));
  }
  if (offered.length > 0)
    return fc.oneof(there, compared(name, equalities, offered), chosen(name, ['anyof', 'noneof'], offered));
  if (type === 'rating') {
    const scale = span(rateMin - 1, rateMax + 1);
    return fc.oneof(there, compared(name, [...equalities, ...orders], scale), chosen(name, ['anyof', 'noneof'], scale));
  }
  if (inputType === 'number') return fc.oneof(there, compared(name, [...equalities, ...orders], span(-3, 13)));
  if (inputType === 'date') return fc.oneof(there, compared(name, [...equalities, ...orders], days));
  return there;
}

/** A condition on answers to some questions: their tests joined by and, or and not, to some depth. */
function conditionOn(earlier: readonly Drawn[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(...earlier.map(leafOn));
  return fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('any'), fc.constantFrom('and', 'or', '&&', '||'), tie('any'))
        .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
      tie('any').map((inner) => `!(${inner})`),
    ),
  })).any;
}

const sometimes = <T>(some: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, some);

function withConditions(element: Drawn, earlier: readonly Drawn[]): fc.Arbitrary<Drawn> {
  if (earlier.length === 0) return fc.constant(element);
  const visibleIf = fc.oneof(fc.constant(undefined), conditionOn(earlier));
  const requiredIf = element.type === 'file' ? fc.constant(undefined) : sometimes(conditionOn(earlier));
  return fc.record({ visibleIf, requiredIf }).map((conditions) => ({ ...element, ...conditions }));
}

/** Pages of so many questions each, the first of them with words to say. */
function paged(elements: readonly Drawn[], size: number) {
  const count = Math.ceil(elements.length / size);
  return Array.from({ length: count }, (_, page) => ({
    ...(page % 2 === 0 && { description: `Words of page ${page}` }),
    elements: elements.slice(page * size, (page + 1) * size),
  }));
}

/** Any questionnaire of two to eight questions. */
export const anySurvey = fc
  .tuple(fc.array(anyElement, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 4 }))
  .chain(([drawn, size]) => {
    const elements = drawn.map((element, place) => ({ ...element, name: `q${place}` }));
    const whole = elements.map((element, place) => withConditions(element, elements.slice(0, place)));
    return fc.tuple(...whole).map((all) => ({ pages: paged(all, size) }));
  });

const aloneOrSome = ({ options }: Question) => {
  const alone = options.filter(({ meaning }) => meaning !== null).map(({ id }) => [id]);
  const others = options.filter(({ meaning }) => meaning === null).map(({ id }) => id);
  const some = fc.subarray(others, { minLength: Math.min(1, others.length) });
  return alone.length > 0 ? fc.oneof(some, fc.constantFrom(...alone)) : some;
};

/** Any answer a question takes. */
export function anyAnswer(question: Question): fc.Arbitrary<AnswerValue> {
  const { kind, options, min, max, maxLength, earliest = '', latest = '9' } = question;
  switch (kind) {
    case 'single':
    case 'yes_no':
      return fc.constantFrom(...options.map(({ id }) => id));
    case 'multiple':
      return aloneOrSome(question);
    case 'scale':
      return fc.integer({ min: min ?? 0, max: max ?? 0 });
    case 'number':
      return fc.integer({ min: min ?? (max ?? 0) - 9, max: max ?? (min ?? 0) + 9 });
    case 'date':
      return fc.constantFrom(...days.filter((day) => day >= earliest && day <= latest));
    case 'text':
      return fc.constantFrom('words', '0', 'false', 'é').map((text) => text.slice(0, maxLength ?? text.length));
    case 'photo':
      return fc.uuid();
  }
}

/** Any set of answers a questionnaire takes; about a third are missing. */
export const anyAnswers = (questions: readonly Question[]): fc.Arbitrary<Given> =>
  fc.tuple(...questions.map((question) => fc.option(anyAnswer(question), { freq: 2, nil: undefined }))).map((values) =>
    Object.fromEntries(
      questions.flatMap(({ id }, place) => {
        const value = values[place];
        return value === undefined ? [] : [[id, value] as const];
      }),
    ),
  );

/** What somebody may send who does not use our page: right for some kind, right for none. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('a', 'b', 'd-1', 'A', '1', '2', 'none', 'refused', 'dontknow', 'other', 'yes', 'no', 'Yes', 'maybe'),
  fc.constantFrom('', ' ', '\n', 'abc', '5', '1e3', 'NaN', '__proto__', 'constructor', '<b>', 'word'.repeat(1100)),
  fc.constantFrom(...days, '2026-02-30', '2026-13-01', '2026-2-3', '3 May 2026', '2026-05-03T10:00', '9999-12-31'),
  fc.constantFrom(0, 1, 2, 3, 5, 10, 40, -1, 2.5, 1e3, 1e300, Number.NaN, Number.POSITIVE_INFINITY, -0),
  fc.constantFrom(true, false, null, undefined),
  fc.array(fc.constantFrom('a', 'b', 'c', 'none', 'dontknow', 'z', 1, 2, null), { maxLength: 3 }),
  fc.constantFrom<unknown>({}, { a: 1 }, [['a']], [{}], [true]),
  fc.uuid(),
);
