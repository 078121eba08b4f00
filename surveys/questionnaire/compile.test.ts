import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instrumentById, instruments } from '../instruments/instruments.ts';
import { limits } from '../limits.ts';
import { compile } from './compile.ts';
import { canonicalJson, contentHash } from './hash.ts';
import { surveySchema } from './schema.ts';
import { assemble, takeApart } from './takeapart.ts';

const sentences = (survey: unknown) => compile(survey).problems.map((one) => one.sentence);
const choice = { type: 'radiogroup', name: 'one', title: 'One?', choices: ['a', 'b'] };

test.each(instruments.map((one) => [one.id, one.survey] as const))(
  '%s comes back whole from its parts',
  (_id, survey) => {
    const { structure, editions } = compile(survey);
    expect(assemble(structure, editions)).toEqual(survey);
    expect(JSON.stringify(structure)).not.toContain('{landlord}');
    expect(compile(assemble(structure, editions))).toEqual(compile(survey));
  },
);

test('the words of one language can change without the structure', () => {
  const { structure, editions } = compile(instrumentById('panel-quarterly')?.survey);
  const changed = { ...editions, pl: { ...editions.pl, 'q.stairs.title': 'Inaczej?' } };
  const again = takeApart(surveySchema.parse(assemble(structure, changed)));
  expect(again.structure).toEqual(structure);
  expect(again.editions).toEqual(changed);
});

test('a source that is not English keeps its language', () => {
  const { language, texts, editions } = compile({
    locale: 'cy',
    elements: [{ ...choice, title: { default: 'Un?', en: 'One?' } }],
  });
  expect([language, texts['q.one.title'], editions.en?.['q.one.title']]).toEqual(['cy', 'Un?', 'One?']);
});

test.each([
  [null, 'This is not a SurveyJS survey.'],
  [[], 'This is not a SurveyJS survey.'],
  [{ elements: [] }, 'There are no questions yet.'],
  [{ elements: [{ type: 'matrix', name: 'm' }] }, 'Question "m" is a grid. Ask each row as its own question.'],
  [
    { elements: [{ type: 'html', name: 'h' }] },
    'Question "h" is a piece of web page. Put its words in the hint of a question.',
  ],
  [{ elements: [{ type: 'zebra', name: 'z' }] }, 'Question "z" is of a kind we do not know ("zebra").'],
  [
    { elements: [{ ...choice, choicesByUrl: {} }] },
    'Question "one" uses "choicesByUrl", which we cannot do in every way of answering.',
  ],
  [
    { elements: [choice], triggers: [] },
    'The questionnaire uses "triggers", which we cannot do in every way of answering.',
  ],
  [
    { elements: [{ ...choice, name: 'a b' }] },
    'Question "a b" needs a name of letters, numbers and _, at most 40 long.',
  ],
  [{ elements: [{ ...choice, name: 'constructor' }] }, 'A question cannot be named "constructor".'],
  [{ elements: [choice, choice] }, 'Two questions are named "one".'],
  [{ elements: [{ ...choice, choices: ['a', 'A'] }] }, 'Question "one" offers the same answer twice.'],
  [
    { elements: [{ ...choice, choices: ['<b>'] }] },
    'Question "one" has an answer whose value is not letters, numbers, - or _.',
  ],
  [{ elements: [{ ...choice, positive: ['z'] }] }, 'Question "one" counts an answer as good that it does not offer.'],
  [
    { elements: [{ ...choice, title: 'A <b>bold</b> one' }] },
    'The en words "q.one.title" hold web page code. Only plain words can be shown in every way.',
  ],
  [
    { elements: [{ ...choice, title: 'Fish &amp; chips' }] },
    'The en words "q.one.title" hold web page code. Only plain words can be shown in every way.',
  ],
  [
    { elements: [{ ...choice, title: 'You said {other}' }] },
    'The en words "q.one.title" hold {other}. We can only fill in {landlord}.',
  ],
  [{ elements: [{ ...choice, title: { default: 'x', tlh: 'y' } }] }, 'We cannot speak to residents in "tlh" yet.'],
  [
    { elements: [{ type: 'rating', name: 's', rateMin: 0, rateMax: 100 }] },
    'Question "s" needs a scale of 1 to 10 steps.',
  ],
  [
    { elements: [{ type: 'text', name: 'n', inputType: 'number', min: 5, max: 1 }] },
    'Question "n" has a lowest number above its highest.',
  ],
])('%j is refused in a plain sentence', (survey, sentence) => {
  expect(sentences(survey)).toEqual([sentence]);
});

const after = (visibleIf: string) => ({ elements: [choice, { type: 'comment', name: 'last', visibleIf }] });

test.each([
  ["{last} = 'a'", 'about "last", which is not asked before it'],
  ["{one} = 'z'", 'that needs the answer "z" to "one", which is not offered'],
  ["{one} > 'a'", 'that tests "one" in a way its kind of answer does not allow'],
  ["{one} contains 'a'", 'that tests "one" in a way its kind of answer does not allow'],
  ["{one} = ['a', 'b']", 'that compares "one" with a list'],
  ['{one} = true', "that says true or false; write 'yes' or 'no'"],
  ['{one}', 'that should say {one} notempty'],
  ["'a' = {one}", 'that must compare one question with a fixed answer, the question first'],
  ["iif({one} = 'a', 1, 2)", 'that uses something other than answers'],
  ['{one} + 1 > 2', 'that must compare one question with a fixed answer, the question first'],
  ['{one} = ', 'that we cannot read'],
])('the condition %s is refused', (visibleIf, why) => {
  expect(sentences(after(visibleIf))).toEqual([`Question "last" has a condition ${why}.`]);
});

test('every limit of a questionnaire is kept', () => {
  const many = Array.from({ length: limits.questions + 1 }, (_, n) => ({ ...choice, name: `q${n}` }));
  expect(sentences({ elements: many })).toEqual([`There are 61 questions; at most 60 can be asked.`]);
  const options = Array.from({ length: limits.options + 1 }, (_, n) => `o${n}`);
  expect(sentences({ elements: [{ ...choice, choices: options }] })).toEqual([
    'Question "one" has too much in "choices": at most 20.',
  ]);
  expect(sentences({ elements: [{ ...choice, title: 'x'.repeat(limits.textLetters + 1) }] })).toHaveLength(1);
  expect(sentences(after('x'.repeat(limits.expressionLetters + 1)))).toHaveLength(1);
  expect(sentences(after(Array(40).fill("{one} = 'a'").join(' or ')))).toEqual([
    'Question "last" has a condition with more than 64 parts.',
  ]);
});

test('looks are left out without a word', () => {
  const { problems, structure } = compile({ showProgressBar: 'top', elements: [{ ...choice, colCount: 2 }] });
  expect(problems).toEqual([]);
  expect(JSON.stringify(structure)).not.toMatch(/colCount|showProgressBar/);
});

test('the content hash is of the content, not of its order', async () => {
  const { structure, texts } = compile({ elements: [choice] });
  const reversed = Object.fromEntries(Object.entries(texts).reverse());
  const plain = async (text: string) => text;
  expect(await contentHash(structure, texts, plain)).toBe(await contentHash(structure, reversed, plain));
  expect(await contentHash(structure, { ...texts, title: 'New' }, plain)).not.toBe(
    await contentHash(structure, texts, plain),
  );
  expect(canonicalJson({ b: [1, null, undefined], a: { d: 'x', c: undefined } })).toBe(
    '{"a":{"d":"x"},"b":[1,null,null]}',
  );
});

test('nothing that comes in makes it throw, and a survey with a fault always says so', () => {
  const type = fc.constantFrom('radiogroup', 'checkbox', 'rating', 'boolean', 'text', 'comment', 'matrix', '__proto__');
  const name = fc.constantFrom('a', 'b', '__proto__', 'toString', '');
  const words = fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('default', 'cy', '__proto__', 'zz'), fc.string()));
  const element = fc.record(
    { type, name, title: words, choices: fc.array(fc.anything(), { maxLength: 3 }), visibleIf: fc.string() },
    { requiredKeys: [] },
  );
  const survey = fc.oneof(
    fc.anything(),
    fc.record({ title: words, elements: fc.array(fc.oneof(element, fc.anything()), { maxLength: 3 }) }),
  );
  fc.assert(
    fc.property(survey, (any) => {
      const { compiled, problems } = compile(any);
      expect(compiled.questions.length > 0 || problems.length > 0).toBe(true);
      for (const { sentence } of problems) expect(sentence).toMatch(/^[A-Z].*\.$/s);
    }),
    { seed: 20_260_401, numRuns: 500 },
  );
});
