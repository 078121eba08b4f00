import { expect, test } from 'vitest';
import type { Format } from '../format.ts';
import type { Language } from '../language.ts';
import { easyWarnings } from './easy-read.ts';
import { basisHash, changesBetween, freshOnly } from './own-editions.ts';
import type { Compiled, EditionRevision, Question, Texts } from './types.ts';

const question = (id: string, options: readonly string[] = []): Question => ({
  id,
  kind: options.length > 0 ? 'single' : 'text',
  required: false,
  options: options.map((option) => ({ id: option, key: `q.${id}.option.${option}`, meaning: null })),
  min: null,
  max: null,
  maxLength: null,
  showIf: null,
  requiredIf: null,
  positive: [],
  measure: null,
});
const compiled: Compiled = { compiler: 1, questions: [question('stairs', ['clean', 'dirty']), question('why')] };
const source: Texts = {
  intro: 'Hello',
  'q.stairs.title': 'Clean?',
  'q.stairs.option.clean': 'Yes',
  'q.stairs.sms': 'Clean?',
  'q.why.title': 'Why?',
};
const words: Texts = { 'q.stairs.title': 'Glân?', 'q.stairs.option.clean': 'Ydy', 'q.why.title': 'Pam?' };
const before = { compiled, source, words };

test.each<[string, Partial<typeof before>, string[]]>([
  ['nothing', {}, []],
  ['a word of the language', { words: { ...words, 'q.why.title': 'Pam felly?' } }, ['Question 2']],
  ['a source word', { source: { ...source, 'q.stairs.option.clean': 'Clean' } }, ['Question 1']],
  ['the shorter wording of a text', { source: { ...source, 'q.stairs.sms': 'Stairs?' } }, []],
  ['the words before the questions, which no paper has', { source: { ...source, intro: 'Hi' } }, []],
  ['easier words', { words: { ...words, 'q.why.easy': 'Say why.', 'q.why.picture': 'write' } }, []],
  [
    'an answer taken away',
    { compiled: { compiler: 1, questions: [question('stairs', ['clean']), question('why')] } },
    ['Question 1'],
  ],
  [
    'a question put first',
    { compiled: { compiler: 1, questions: [question('new'), ...compiled.questions] } },
    ['Which questions are asked, or their order,'],
  ],
])('%s changes %o', async (_, change, changes) => {
  const now = { ...before, ...change };
  expect(changesBetween(before, now)).toEqual(changes);
  const sha = async (text: string) => text;
  expect((await basisHash(before, sha)) === (await basisHash(now, sha))).toBe(changes.length === 0);
});

const revision = (language: Language, format: Format, texts: Texts): EditionRevision => ({
  id: `${language} ${format}`,
  language,
  format,
  status: 'approved',
  texts,
});

test('what is out of date is never among what may be sent', () => {
  const { fresh, outOfDate } = freshOnly(
    [
      revision('en', 'standard', source),
      revision('en', 'braille', { ...source, 'q.why.easy': 'x' }),
      revision('en', 'audio', { ...source, 'q.why.title': 'What for?' }),
      revision('cy', 'braille', words),
      revision('en', 'giant', source),
    ],
    compiled,
  );
  expect(fresh.map(({ id }) => id)).toEqual(['en standard', 'en braille', 'en giant']);
  expect(outOfDate.map(({ id }) => id)).toEqual(['en audio', 'cy braille']);
});

const long = 'This is a sentence that goes on and on until it has more than fifteen words in it.';

test.each([
  ['en', { 'q.stairs.easy': long, 'q.stairs.picture': 'stairs' }, ['Question 1: "This is a sentence', 'has 18 words']],
  ['en', { 'q.stairs.easy': 'We maintain it.', 'q.stairs.picture': 'stairs' }, ['You could say "look after"']],
  ['en', { 'q.stairs.easy': 'Is it clean?' }, ['Question 1 has no picture.']],
  ['cy', { 'q.stairs.picture': 'stairs' }, ['Question 1 has no easier words.']],
])('easy read in %s says what to look at: %o', (language, texts, told) => {
  const sentences = easyWarnings({ compiler: 1, questions: compiled.questions.slice(0, 1) }, texts, language);
  expect(sentences).toHaveLength(1);
  for (const part of told) expect(sentences[0]?.sentence).toContain(part);
});

test('short everyday sentences with a picture need no warning', () => {
  const texts = Object.fromEntries(
    compiled.questions.flatMap(({ id }) => [
      [`q.${id}.easy`, 'Are the stairs clean? Tell us.'],
      [`q.${id}.picture`, 'stairs'],
    ]),
  );
  expect(easyWarnings(compiled, texts, 'en')).toEqual([]);
});
