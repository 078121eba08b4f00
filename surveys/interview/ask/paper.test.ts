import { expect, test } from 'vitest';
import { instrumentById } from '../../instruments/instruments.ts';
import type { Language } from '../../language.ts';
import { compile } from '../../questionnaire/compile.ts';
import { askOnPaper } from './paper.ts';

function form(survey: unknown, language: Language = 'en') {
  const { compiled, editions, problems } = compile(survey);
  expect(problems).toEqual([]);
  return askOnPaper(
    compiled,
    { texts: editions[language] ?? {}, language, landlord: 'Millbrook Homes' },
    { phone: '01632 960123', site: 'ask.millbrook.uk' },
  );
}

test('the panel on paper: every question, numbered boxes, one line that leads past the branch', () => {
  const questions = form(instrumentById('panel-quarterly')?.survey);
  expect(questions.map((question) => question.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(questions[0]?.options[1]).toEqual({ number: 2, label: 'Clean' });
  expect(questions.map((question) => question.routing).filter((line) => line !== '')).toEqual([
    'If you crossed 2, go to question 6.',
  ]);
  expect(questions[3]?.routing).toBe('If you crossed 2, go to question 6.');
  expect(questions[5]?.options).toHaveLength(11);
  expect(questions[5]?.hint).toBe('Cross one box, from 0 to 10. 0 is not at all likely. 10 is very likely');
  expect(questions[7]).toMatchObject({ lines: 6, options: [] });
  expect(questions[7]?.hint).toContain('In danger? Ring 999.');
});

test('the regulator’s three filters each lead past what follows them', () => {
  const lines = form(instrumentById('tsm-2023')?.survey).flatMap(({ number, routing }) =>
    routing ? [`${number}: ${routing}`] : [],
  );
  expect(lines).toEqual([
    '2: If you crossed 2, go to question 5.',
    '10: If you crossed 2, go to question 12.',
    '12: If you crossed 2 or 3, go to question 14.',
  ]);
});

test('in Urdu', () => {
  expect(form(instrumentById('panel-quarterly')?.survey, 'ur')[3]?.routing).toBe(
    'اگر آپ نے 2 پر کراس لگایا تو سوال 6 پر جائیں۔',
  );
});

const earlier = [
  { type: 'radiogroup', name: 'one', title: 'One?', choices: ['a', 'b', 'c'] },
  { type: 'checkbox', name: 'many', title: 'Many?', choices: ['a', 'b', 'c'] },
  { type: 'rating', name: 'score', title: 'Score?', rateMin: 0, rateMax: 10 },
];
test.each([
  ["{one} anyof ['a', 'b']", 'Answer this only if you crossed 1 or 2 at question 1.'],
  ["{one} <> 'a'", 'Answer this only if you crossed 2 or 3 at question 1.'],
  ["{many} contains 'b'", 'Answer this only if you crossed 2 at question 2.'],
  ["{many} anyof ['a', 'b', 'c']", 'Answer this only if you crossed 1, 2 or 3 at question 2.'],
  ["{many} notcontains 'b'", 'Answer this only if you did not cross 2 at question 2.'],
  ['{score} <= 6', 'Answer this only if you gave 6 or less at question 3.'],
  ['{score} >= 9', 'Answer this only if you gave 9 or more at question 3.'],
  ['{score} notempty', 'Answer this only if you answered question 3.'],
  ['{score} > 6', 'Answer this only if it fits what you answered before.'],
  ["{one} = 'a' and {score} > 6", 'Answer this only if it fits what you answered before.'],
])('%s becomes a line before the question', (visibleIf, line) => {
  const questions = form({ elements: [...earlier, { type: 'comment', name: 'last', title: 'Last?', visibleIf }] });
  expect(questions[3]?.hint.startsWith(line)).toBe(true);
});

test('a branch that ends the form leads to the end', () => {
  const questions = form({
    elements: [earlier[0], { type: 'comment', name: 'last', title: 'Last?', visibleIf: "{one} = 'c'" }],
  });
  expect(questions[0]?.routing).toBe('If you crossed 1 or 2, go to the end.');
  expect(questions[1]?.hint).not.toContain('only');
});
