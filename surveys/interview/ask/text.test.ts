import { expect, test } from 'vitest';
import { instrumentById } from '../../instruments/instruments.ts';
import { compile } from '../../questionnaire/compile.ts';
import { wordQuestion } from './asked.ts';
import { askByText } from './text.ts';

const { compiled, texts } = compile(instrumentById('panel-quarterly')?.survey);
const values = { phone: '01632 960123', link: 'https://ask.millbrook.uk/s/482109375526' };

function asText(id: string, number: number): string {
  const question = compiled.questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  const wording = { texts, language: 'en', landlord: 'Millbrook Homes' } as const;
  return askByText(wordQuestion(question, wording, { number, total: 8, open: false }), 'en', values);
}

/** Word for word as the screens document has them, with its counts. */
test.each([
  [
    'stairs',
    1,
    127,
    'Q1 of 8. How clean are the stairs and halls? Reply with a number: 1 Very clean 2 Clean 3 OK 4 Dirty 5 Very dirty. Or reply SKIP',
  ],
  [
    'overall',
    1,
    260,
    'Q1 of 8. Taking everything into account, how satisfied or dissatisfied are you with the service provided by Millbrook Homes? Reply with a number: 1 Very satisfied 2 Fairly satisfied 3 Neither satisfied nor dissatisfied 4 Fairly dissatisfied 5 Very dissatisfied',
  ],
  [
    'better',
    8,
    151,
    'Q8 of 8. What one thing should we do better? Send as many texts as you like, then reply DONE. To report a repair ring 01632 960123. In danger? Ring 999',
  ],
])('%s as question %i is %i letters', (id, number, length, words) => {
  expect(asText(id, number)).toBe(words);
  expect(words).toHaveLength(length);
});
