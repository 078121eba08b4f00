import { expect, test } from 'vitest';
import tsm from '../../test/cases/statistics/tsm.json' with { type: 'json' };
import { columnsOf, row, satisfaction, texts } from '../../test/support/results.ts';
import { questionTable, type TableOptions } from './tables.ts';

const options: TableOptions = { use: 'internal', day: '2026-05-10', texts };
const { VS, FS, N, FD, VD, DK } = tsm.unweighted.counts;

test("don't know is left out of the base: 240 of 320, not of 350", () => {
  const columns = columnsOf(satisfaction({ elm: { vs: VS, fs: FS, n: N, fd: FD, vd: VD, dontknow: DK } }));
  const table = questionTable(columns, 'sat', 'none', options);
  expect(table.all.answers).toBe(tsm.unweighted.base);
  expect(table.all.measure).toMatchObject({ state: 'exact', share: tsm.unweighted.percent / 100 });
  expect(table.all.dontKnow).toEqual({ state: 'exact', count: DK, share: DK / 350 });
  expect(table.question.options.map((each) => each.label)).not.toContain('dontknow');
  expect(table.rows).toEqual([]);
});

test('weights change shares and the effective base, never the answers', () => {
  const rows = [...satisfaction({ elm: { vs: 30, vd: 10 } }), ...satisfaction({ oak: { vs: 20, vd: 20 } })];
  const weights = Float64Array.from(rows, (each) => (each.area === 'elm' ? 0.5 : 1.5));
  const { all } = questionTable(columnsOf(rows), 'sat', 'area', { ...options, weights });
  expect(all.answers).toBe(80);
  expect(all.effective).toBeCloseTo(64, 9);
  expect(all.measure).toMatchObject({ share: (30 * 0.5 + 20 * 1.5) / 80 });
});

test('a small group is hidden with another, and nothing of either is in the table', () => {
  const columns = columnsOf(
    satisfaction({
      elm: { vs: 30, fs: 20, vd: 15 },
      oak: { vs: 4, vd: 3 },
      ash: { vs: 9, vd: 8 },
      fir: { vs: 21, fs: 11, vd: 19 },
    }),
  );
  const table = questionTable(columns, 'sat', 'area', options);
  expect(table.rows.map((each) => [each.label, each.state, each.answers])).toEqual([
    ['ash', 'hidden', null],
    ['elm', 'shown', 65],
    ['fir', 'shown', 51],
    ['oak', 'hidden', null],
  ]);
  for (const hidden of table.rows.filter((each) => each.state === 'hidden')) {
    expect(hidden).toMatchObject({ effective: null, measure: { state: 'hidden' }, dontKnow: { state: 'hidden' } });
    expect(JSON.stringify(hidden)).not.toMatch(/\d/);
  }
});

test('fewer than ten answers: no number at all', () => {
  const table = questionTable(columnsOf(satisfaction({ elm: { vs: 6, vd: 3 } })), 'sat', 'area', options);
  expect(table.told).toBe('too_few');
  expect(JSON.stringify([table.rows, table.all])).not.toMatch(/\d/);
});

test('what is published hides more than what staff see', () => {
  const columns = columnsOf(satisfaction({ elm: { vs: 40, fs: 30, n: 8, vd: 30 } }));
  const states = (use: TableOptions['use']) =>
    questionTable(columns, 'sat', 'none', { ...options, use }).all.options.map((each) => each.state);
  expect(states('internal')).toEqual(['exact', 'exact', 'exact', 'under', 'exact']);
  expect(states('published')).toEqual(['exact', 'exact', 'hidden', 'under', 'hidden']);
});

test('those whose area nobody holds are a group, so that groups add up', () => {
  const rows = [
    ...satisfaction({ elm: { vs: 20, vd: 20 } }),
    ...Array.from({ length: 24 }, (_, n) => row({ sat: n < 12 ? 'vs' : 'vd' }, { area: null })),
  ];
  const table = questionTable(columnsOf(rows), 'sat', 'area', options);
  expect(table.rows.map((each) => [each.label, each.answers])).toEqual([
    ['elm', 40],
    ['Not known', 24],
  ]);
});

test('by age: bands nobody is in are empty, and a low base is marked', () => {
  const rows = [20, 40].flatMap((age) =>
    Array.from({ length: 20 + age }, (_, n) => row({ sat: n % 2 ? 'vs' : 'vd' }, { age })),
  );
  const table = questionTable(columnsOf(rows), 'sat', 'age', options);
  expect(table.rows.map((each) => [each.id, each.state, each.lowBase])).toEqual([
    ['16-34', 'shown', false],
    ['35-64', 'shown', false],
    ['65+', 'empty', false],
  ]);
  expect(table.method.bands).toBe('age-wide-2023');
  expect(questionTable(columnsOf(rows.slice(0, 29)), 'sat', 'none', options).all.lowBase).toBe(true);
});

test('a multiple choice: each option by itself, on those who answered the question', () => {
  const rows = Array.from({ length: 40 }, (_, n) =>
    row({ ways: n < 10 ? ['text'] : n < 30 ? ['text', 'email'] : n < 38 ? ['email'] : ['post'] }),
  );
  const table = questionTable(columnsOf(rows), 'ways', 'none', options);
  expect(table.question.options.map((each) => each.id)).toEqual(['text', 'email', 'post', 'none']);
  expect(table.all.answers).toBe(40);
  expect(table.all.options[0]).toMatchObject({ share: 0.75 });
  expect(table.all.options.map((each) => each.state)).toEqual(['exact', 'exact', 'hidden', 'under']);
});

const likely = (value: number, count: number, area = 'elm') =>
  Array.from({ length: count }, () => row({ likely: value }, { area }));

test('a scale: a mean with its interval by group, the spread for all', () => {
  const rows = [
    ...likely(4, 10),
    ...likely(8, 20),
    ...likely(10, 20),
    ...likely(7, 15, 'oak'),
    ...likely(9, 15, 'oak'),
  ];
  const table = questionTable(columnsOf(rows), 'likely', 'area', options);
  expect(table.rows[0]?.mean).toMatchObject({ state: 'exact', mean: 8 });
  expect(table.rows[0]?.measure).toMatchObject({ share: 0.4 });
  expect(table.rows[0]?.options).toEqual([]);
  expect(table.question.options.map((each) => each.id)).toEqual(['0-4', '5-6', '7-8', '9-10']);
  expect(table.all.options.map((each) => (each.state === 'exact' ? each.share : each.state))).toEqual([
    0.125,
    'under',
    0.4375,
    0.4375,
  ]);
});

test('a mean at the end of a scale is told as an edge, and a second is hidden with it', () => {
  const rows = [
    ...likely(10, 40),
    ...likely(3, 15, 'oak'),
    ...likely(9, 15, 'oak'),
    ...likely(4, 9, 'ash'),
    ...likely(10, 9, 'ash'),
  ];
  const means = questionTable(columnsOf(rows), 'likely', 'area', options).rows.map((each) => [
    each.id,
    each.mean?.state,
  ]);
  expect(means.filter(([, state]) => state !== 'exact').length).toBeGreaterThanOrEqual(2);
  expect(means).toContainEqual(['elm', 'hidden']);
});

test('a spread with a small part is not told in part: the mean beside it would give it away', () => {
  const rows = [...likely(2, 3), ...likely(8, 20), ...likely(10, 20)];
  const { all } = questionTable(columnsOf(rows), 'likely', 'none', options);
  expect(all.mean?.state).toBe('exact');
  expect(all.options.every((each) => each.state === 'hidden')).toBe(true);
});

test('numbers all alike tell what each person said, so their mean is hidden', () => {
  const rooms = (value: number) => Array.from({ length: 12 }, () => row({ rooms: value }));
  expect(questionTable(columnsOf(rooms(3)), 'rooms', 'none', options).all.mean).toEqual({ state: 'hidden' });
  expect(questionTable(columnsOf([...rooms(3), ...rooms(5)]), 'rooms', 'none', options).all.mean).toMatchObject({
    mean: 4,
  });
});

test('free text and dates have a base and nothing else', () => {
  const rows = Array.from({ length: 12 }, () => row({ more: 'words', since: '2020-01-01' }));
  for (const id of ['more', 'since']) {
    expect(questionTable(columnsOf(rows), id, 'none', options).all).toMatchObject({
      answers: 12,
      measure: null,
      mean: null,
      options: [],
    });
  }
});

test('the finite population makes intervals narrower, down to nothing', () => {
  const columns = columnsOf(satisfaction({ elm: { vs: 30, vd: 20 } }));
  const width = (all: number | null) => {
    const { measure } = questionTable(columns, 'sat', 'none', { ...options, population: { all } }).all;
    return measure?.state === 'exact' ? measure.high - measure.low : -1;
  };
  expect(width(100)).toBeLessThan(width(null));
  expect(width(50)).toBe(0);
});

test('a question that is not there is refused', () => {
  expect(() => questionTable(columnsOf([]), 'nothing', 'none', options)).toThrow(RangeError);
});
