import { expect, test } from 'vitest';
import { grown, moved } from './agenda.ts';

const items = [
  { key: 1, title: 'Damp', summary: '' },
  { key: 2, title: 'Repairs', summary: '' },
];

test('an item moves up, and stays where it cannot go further', () => {
  expect(moved(items, 1, -1).map(({ title }) => title)).toEqual(['Repairs', 'Damp']);
  expect(moved(items, 0, -1)).toEqual(items);
  expect(moved(items, 1, 1)).toEqual(items);
});

test('a new item has a key of its own', () => {
  expect(grown(items).map(({ key }) => key)).toEqual([1, 2, 3]);
  expect(grown([]).map(({ key }) => key)).toEqual([1]);
});
