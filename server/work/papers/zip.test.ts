import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

const text = (value: string) => new TextEncoder().encode(value);

test('writes what every reader of ZIP expects: marks, names, sums and places', () => {
  const zip = zipOf([{ name: 'a.txt', content: text('123456789') }], new Date('2026-11-23T09:30:10Z'));
  const view = new DataView(zip.buffer);
  expect(view.getUint32(0, true)).toBe(0x04034b50);
  // The check value of CRC-32 over "123456789".
  expect(view.getUint32(14, true)).toBe(0xcbf43926);
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([
    (9 << 11) | (30 << 5) | 5,
    (46 << 9) | (11 << 5) | 23,
  ]);
  const end = zip.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  expect(view.getUint16(end + 10, true)).toBe(1);
  const central = view.getUint32(end + 16, true);
  expect(view.getUint32(central, true)).toBe(0x02014b50);
  expect(new TextDecoder().decode(zip.slice(central + 46, central + 51))).toBe('a.txt');
  expect(zip.length).toBe(30 + 5 + 9 + 46 + 5 + 22);
});
