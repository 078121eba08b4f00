import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../questionnaire/compile.ts';
import { missing } from '../results/codes.ts';
import { type Instrument, instrumentById, instruments } from './instruments.ts';
import { groups, instrumentSchema } from './schema.ts';
import tsm2023 from './tsm-2023.json' with { type: 'json' };

const each = instruments.map((one) => [one.id, one] as const);

test('every file of the bank is offered', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
  const ids = new Set(instruments.map(({ id }) => `${id}.json`));
  expect(files.filter((file) => !ids.has(file))).toEqual(['scales.json']);
  expect(ids.size).toBe(instruments.length);
});

test('every heading has sets', () => {
  expect([...new Set(instruments.map(({ group }) => group))].sort()).toEqual([...groups].sort());
});

test.each(each)('%s can be asked as it is, in each of its languages', (_id, { survey, languages }) => {
  const { problems, editions } = compile(survey);
  expect(problems).toEqual([]);
  expect(Object.keys(editions)).toEqual(languages);
});

test.each(each)('%s is dated and says where it comes from', (_id, { source, note, from, to, group, questions }) => {
  expect(source.length).toBeGreaterThan(20);
  expect(to === null || to > from).toBe(true);
  const unread = questions.filter(({ unverified }) => unverified !== undefined);
  expect(unread.every(({ unverified }) => (unverified ?? '').length > 20)).toBe(true);
  if (group === 'regulated' || group === 'sector') expect(note.length).toBeGreaterThan(20);
});

test.each(each)('%s counts as good only answers that its scale has, and not all of them', (_id, { survey }) => {
  const { questions } = compile(survey).compiled;
  for (const { kind, positive, options } of questions.filter(
    (one) => one.positive.length > 0 && one.kind !== 'scale',
  )) {
    expect(kind).not.toBe('multiple');
    const onScale = options.filter(({ meaning }) => meaning === null).map(({ id }) => id);
    expect(onScale).toEqual(expect.arrayContaining([...positive]));
    expect(positive.length).toBeLessThan(onScale.length);
  }
  expect(questions.length).toBeGreaterThan(0);
});

const filters = (of: Instrument) =>
  of.questions.flatMap(({ filter, ask }) => (filter ? [{ filter, at: ask.name }] : []));

test.each(each)('%s leads to its questions by earlier ones, and leaves out what results leave out', (_id, set) => {
  const names = set.questions.map(({ ask }) => ask.name);
  expect(filters(set).filter(({ filter, at }) => names.indexOf(filter.question) >= names.indexOf(at))).toEqual([]);
  expect(filters(set).filter(({ filter }) => !names.includes(filter.question))).toEqual([]);
  expect([...set.base.leavesOut].sort()).toEqual([...missing].sort());
});

test.each(each)('%s locks no words that nobody could check', (_id, { locks, questions }) => {
  const names = questions.map(({ ask }) => ask.name);
  expect((locks?.questions ?? []).filter((name) => !names.includes(name))).toEqual([]);
  expect(locks === null || locks.by.length > 3).toBe(true);
});

test.each(instruments.filter(({ group }) => group === 'panel').map(({ id }) => id))(
  '%s has the same words in each of its four languages',
  (id) => {
    const { editions } = compile(instrumentById(id)?.survey);
    expect(Object.keys(editions).sort()).toEqual(['cy', 'en', 'pl', 'ur']);
    const keys = Object.keys(editions.en ?? {}).sort();
    for (const texts of Object.values(editions)) expect(Object.keys(texts).sort()).toEqual(keys);
  },
);

test('the panel asks 8 questions of every kind it must', () => {
  const { compiled } = compile(instrumentById('panel-quarterly')?.survey);
  expect(compiled.questions.map((question) => question.kind)).toEqual([
    'single',
    'single',
    'multiple',
    'yes_no',
    'single',
    'scale',
    'single',
    'text',
  ]);
});

test.each([
  ['a day that is none', { from: '2023-02-30' }],
  ['words nobody read, without a reason', { questions: [{ ask: { type: 'comment', name: 'why' }, verified: false }] }],
  ['a field we do not know', { fixed: true }],
])('a file with %s is refused', (_name, change) => {
  expect(instrumentSchema.safeParse({ ...tsm2023, ...change }).success).toBe(false);
});
