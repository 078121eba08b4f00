import { expect, test } from 'vitest';
import { differenceOf, type Run } from './difference.ts';

const marked = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'struck' ? `[-${text}]` : `[+${text}]`)).join('');

test.each([
  ['How clean is the block?', 'How clean are the stairs?', 'How clean [-is ][+are ]the [-block?][+stairs?]'],
  ['Why?', 'Why?', 'Why?'],
  ['', 'New words', '[+New words]'],
  ['Old words', '', '[-Old words]'],
  ['one two three', 'two three four', '[-one ]two three [+four]'],
])('%s to %s', (before, after, expected) => {
  const runs = differenceOf(before, after);
  const without = (kind: Run['kind']) =>
    runs
      .filter((run) => run.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('struck')).toBe(after);
  expect(without('added').replace(/\s+/g, ' ').trim()).toBe(before);
  expect(marked(runs)).toBe(expected);
});

test('texts too long to compare word by word are shown whole', () => {
  const long = 'word '.repeat(600);
  expect(differenceOf(long, `${long}more`).map(({ kind }) => kind)).toEqual(['struck', 'added']);
});
