import { expect, test } from 'vitest';
import { readBandLines, writeBandLines } from './band-lines.ts';

test('bands are read as people type them, and a line that is none is given back', () => {
  const { bands, unread } = readBandLines('Youth: 11 to 16\n17-25\n\n26+\nthe rest');
  expect(bands).toEqual([
    { label: 'Youth', from: 11, to: 16 },
    { label: '', from: 17, to: 25 },
    { label: '', from: 26, to: null },
  ]);
  expect(unread).toEqual(['the rest']);
  expect(readBandLines(writeBandLines(bands)).bands.map(({ from, to }) => [from, to])).toEqual([
    [11, 16],
    [17, 25],
    [26, null],
  ]);
});
