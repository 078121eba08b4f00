import { expect, test } from 'vitest';
import { instruments } from '../../instruments/instruments.ts';
import { isLanguage, type Language } from '../../language.ts';
import { compile } from '../compile.ts';
import type { Draft } from './draft.ts';
import { inspect, rules } from './inspect.ts';

function draftOf(survey: unknown): Draft {
  const { compiled, language, editions, problems } = compile(survey);
  expect(problems).toEqual([]);
  return { compiled, source: isLanguage(language) ? language : ('en' as Language), editions };
}

const one = (more: object) => ({
  elements: [{ type: 'radiogroup', name: 'one', title: 'One?', choices: ['a', 'b'], ...more }],
});
const cases: Record<string, [unknown, string][]> = {
  missing_words: [
    [one({ title: { default: 'One?', cy: 'Un?' } }), 'Welsh: 2 texts are missing.'],
    [one({ title: undefined }), 'English: 1 text is missing.'],
  ],
  lost_placeholders: [
    [
      one({
        title: { default: 'How is {landlord}?', cy: 'Sut?' },
        choices: [{ value: 'a', text: { default: 'A', cy: 'A' } }],
      }),
      'The Welsh words "q.one.title" must fill in the same things as the source.',
    ],
  ],
  same_words: [
    [
      one({
        choices: [
          { value: 'a', text: 'OK' },
          { value: 'b', text: 'ok.' },
        ],
      }),
      'Question 1 in English has two answers with the same words.',
    ],
  ],
  reserved_words: [
    [
      one({ choices: ['go', 'Stop'] }),
      'Question 1 in English offers "Stop", which does something else by text. Use other words.',
    ],
  ],
  long_texts: [
    [
      one({ title: 'x'.repeat(600) }),
      'Question 1 in English has 653 letters as a text; at most 612 can be sent. Give it shorter words for texts.',
    ],
  ],
  only_photos: [
    [
      { elements: [{ type: 'file', name: 'damp', title: 'Show us?', acceptedTypes: 'image/*' }] },
      'There are only photos, which the web alone can take. Ask something that can be answered in every way too.',
    ],
  ],
  unreachable: [
    [
      {
        elements: [
          { type: 'rating', name: 's', title: 'S?', rateMin: 0, rateMax: 10 },
          { type: 'comment', name: 'never', title: 'N?', visibleIf: '{s} > 5 and {s} < 6' },
        ],
      },
      'Nobody can ever be asked question "never": no answers lead to it.',
    ],
  ],
};

test.each(Object.keys(rules))('the rule %s has a case', (rule) => {
  expect(Object.keys(cases)).toContain(rule);
});

test.each(Object.entries(cases).flatMap(([rule, all]) => all.map((each) => [rule, ...each] as const)))(
  '%s',
  (_rule, survey, sentence) => {
    expect(inspect(draftOf(survey)).map((problem) => problem.sentence)).toEqual([sentence]);
  },
);

test.each(instruments.map((each) => [each.id, each.survey] as const))('%s has nothing to mend', (_id, survey) => {
  expect(inspect(draftOf(survey))).toEqual([]);
});
