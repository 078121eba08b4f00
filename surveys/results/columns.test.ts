import { expect, test } from 'vitest';
import { columnsOf, compiled, row } from '../../test/support/results.ts';
import { ageBand, ageBands, bandFaults, bandOf, bandsFor } from './bands.ts';
import { byteOf, int32Of } from './codes.ts';
import { buildColumns, type WaveColumns } from './columns.ts';
import { decodeColumns, encodeColumns } from './columns-bytes.ts';
import { whichCount } from './which-count.ts';

const column = (columns: WaveColumns, id: string) => {
  const found = columns.questions.find((each) => each.question.id === id);
  if (!found) throw new Error(id);
  return found.type === 'chosen' ? found.each.map((bytes) => [...bytes]) : [...found.values];
};

const blank = { why: 'skipped', mode: 'web', at: '2026-04-02T09:00:00Z', by: null } as const;
const rows = [
  row({ sat: 'fs', ways: ['text', 'post'], likely: 10, repair: 'no', rooms: 3, since: '1970-01-11', more: 'Lift' }),
  row({ sat: 'dontknow', ways: ['none'] }, { unanswered: { likely: blank }, age: null, area: null, mode: 'paper' }),
  row({ sat: 'gone' }, { answers: { sat: { value: 'vs', mode: 'web', at: '', by: null, offRoute: true } } }),
];

test('each kind of answer has its place, and each gap its code', () => {
  const columns = columnsOf(rows);
  expect(column(columns, 'sat')).toEqual([1, byteOf.dont_know, byteOf.not_asked]);
  expect(column(columns, 'ways')).toEqual([
    [1, 0, byteOf.not_asked],
    [0, 0, byteOf.not_asked],
    [1, 0, byteOf.not_asked],
    [0, 1, byteOf.not_asked],
  ]);
  expect(column(columns, 'likely')).toEqual([10, int32Of.blank, int32Of.not_asked]);
  expect(column(columns, 'repair')).toEqual([1, byteOf.not_asked, byteOf.not_asked]);
  expect(column(columns, 'rooms')[0]).toBe(3);
  expect(column(columns, 'since')[0]).toBe(10);
  expect(column(columns, 'more')[0]).toBe(0);
  expect([...columns.age]).toEqual([40, 255, 40]);
  expect(columns.fields.area).toEqual({ codes: ['elm'], values: Uint8Array.from([0, 255, 0]) });
  expect(columns.fields.mode.codes).toEqual(['web', 'paper']);
});

test('an answer that is not among the options is blank, not lost among the others', () => {
  expect(column(columnsOf([row({ sat: 'other' })]), 'sat')).toEqual([byteOf.blank]);
});

test('columns come back from their bytes as they went, words in any script with them', () => {
  const columns = columnsOf([...rows, row({ sat: 'vd' }, { area: 'Łąka اردو 🏠' })]);
  expect(decodeColumns(encodeColumns(columns))).toEqual(columns);
});

test('bytes that start at an odd place can be read', () => {
  const bytes = encodeColumns(columnsOf(rows));
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(decodeColumns(shifted.subarray(1))).toEqual(columnsOf(rows));
  expect(decodeColumns(Buffer.from(shifted.buffer, 1))).toEqual(columnsOf(rows));
});

test('bytes of something else, cut short or too long are refused', () => {
  const bytes = encodeColumns(columnsOf(rows));
  expect(() => decodeColumns(new Uint8Array(20))).toThrow('Not the bytes');
  expect(() => decodeColumns(bytes.slice(0, -8))).toThrow('cut short');
  expect(() => decodeColumns(Uint8Array.from([...bytes, 0, 0, 0, 0]))).toThrow('too long');
});

test('more options than a byte holds are refused', () => {
  const [first] = compiled.questions;
  if (!first) throw new Error('no question');
  const options = Array.from({ length: 250 }, (_, place) => ({ id: String(place), key: '', meaning: null }));
  expect(() => buildColumns({ compiler: 1, questions: [{ ...first, options }] }, [])).toThrow(RangeError);
});

test('of two completes the first counts, or the last; a complete one before a part one', () => {
  const columns = columnsOf([
    row({ sat: 'vs' }, { unit: 'a', finishedAt: 2_000_000 }),
    row({ sat: 'vd' }, { unit: 'a', finishedAt: 1_000_000 }),
    row({ sat: 'n' }, { unit: 'a', state: 'open', finishedAt: 0 }),
    row({ sat: 'n' }, { unit: 'b', state: 'open', unanswered: { likely: blank, rooms: blank } }),
    row({ sat: 'n' }),
    row({ sat: 'n' }),
  ]);
  expect([...whichCount(columns)]).toEqual([0, 1, 0, 0, 1, 1]);
  expect([...whichCount(columns, { keep: 'last', partFrom: null })]).toEqual([1, 0, 0, 0, 1, 1]);
  expect([...whichCount(columns, { keep: 'first', partFrom: 30 })]).toEqual([0, 1, 0, 1, 1, 1]);
  expect([...whichCount(columns, { keep: 'first', partFrom: 50 })]).toEqual([0, 1, 0, 0, 1, 1]);
});

test('bands: fine for a large wave, wide for a small one, and every age in one of them', () => {
  expect(bandsFor('2026-05-01', 400).id).toBe('age-2023');
  expect(bandsFor('2026-05-01', 399).id).toBe('age-wide-2023');
  expect(bandsFor('2020-01-01', 900).id).toBe('age-2023');
  for (const { bands } of ageBands) expect(bandFaults(bands)).toEqual([]);
  const { bands } = bandsFor('2026-05-01', 400);
  expect([15, 16, 24, 25, 84, 85, 104].map((age) => bandOf(bands, age))).toEqual([-1, 0, 0, 1, 6, 7, 7]);
});

test('bands that overlap, leave a gap or run backwards are told so', () => {
  const band = ageBand;
  expect(bandFaults([band(11, 16), band(17, 25), band(25, null)])).toEqual([
    '25 is in two bands: 17 to 25 and 25 and over.',
  ]);
  expect(bandFaults([band(16, 20), band(22, 30)])).toEqual(['21 is in no band.']);
  expect(bandFaults([band(30, 20)])).toEqual(['30 to 20 ends before it starts.']);
});

test('a response without an answer never counts, whatever its state', () => {
  const columns = columnsOf([row({}), row({ sat: 'vs' }), row({}, { state: 'open' })]);
  expect([...whichCount(columns)]).toEqual([0, 1, 0]);
  expect([...whichCount(columns, { keep: 'first', partFrom: 0 })]).toEqual([0, 1, 0]);
});
