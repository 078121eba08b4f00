import { expect, test } from 'vitest';
import type { Language } from '../../language.ts';
import { letterLine } from './letter-line.ts';
import type { Place } from './where.ts';

/** Room of standard and of giant print as the letter has it. */
const room = { standard: { title: 32.7, answer: 30.6 }, largest: { title: 18.4, answer: 16.5 } };
const line = (words: string, role: Place['role'] = 'option', language: Language = 'en') =>
  letterLine({ words, language, role }, room);

test('an answer that goes on one line fits; a longer one says how many it takes', () => {
  expect(line('Very satisfied')).toEqual({ lines: 1, wide: null });
  expect(line('')).toEqual({ lines: 1, wide: null });
  const long = 'Neither satisfied nor dissatisfied with how we look after the stairs and lift';
  expect(line(long)).toEqual({ lines: 2, wide: null });
  expect(line(`${long}, ${long}`)?.lines).toBe(3);
});

test('a title is bold, so it takes more room than a hint of the same words', () => {
  const words = 'How very clean are the stairs and the lift in your block when you come in?';
  expect([line(words, 'hint')?.lines, line(words, 'title')?.lines]).toEqual([1, 2]);
});

test('a word that no line of giant print holds is named; one that may be broken at its hyphens is not', () => {
  expect(line('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch')?.wide).toMatch(/^Llanfair/);
  expect(line('Llanfair-pwll-gwyngyll-gogery-chwyrn-drobwll-llan-tysilio-gogo-goch')?.wide).toBeNull();
  expect(line('非常满意'.repeat(20), 'option', 'zh-Hans')).toEqual({ lines: 3, wide: null });
});

test('words for texts, and paragraphs, stand on no line of the form', () => {
  expect([line('x', 'sms'), line('x', 'intro')]).toEqual([null, null]);
});
