import { expect, test } from 'vitest';
import { columnsOf, row, satisfaction, texts } from '../../test/support/results.ts';
import { responseFigures } from './response.ts';
import { questionTable } from './tables.ts';
import { changes, modeMix, type TrendWave, trend } from './trend.ts';
import { whichCount } from './which-count.ts';
import { baseWords, changeWords, figureWords, methodWords, rounded, rowWords } from './words.ts';

const table = (vs: number, vd: number) =>
  questionTable(columnsOf(satisfaction({ elm: { vs, vd } })), 'sat', 'none', {
    use: 'internal',
    day: '2026-05-10',
    texts,
  });
const wave = (closedOn: string, more: Partial<TrendWave> = {}): TrendWave => ({
  waveId: closedOn,
  name: closedOn,
  closedOn,
  table: table(60, 40),
  wording: 'a',
  modes: { web: 0.6, text: 0.4 },
  ...more,
});

test('waves stand in order of closing, each compared with the one before', () => {
  const made = trend([
    wave('2026-03-01', { table: table(80, 20) }),
    wave('2025-12-01'),
    wave('2026-06-01', { table: table(82, 18) }),
  ]);
  expect(made?.points.map((point) => [point.closedOn, point.change?.change ?? null])).toEqual([
    ['2025-12-01', null],
    ['2026-03-01', 'up'],
    ['2026-06-01', 'none_clear'],
  ]);
});

test('the line breaks where the wording changed, and where a mode moved by more than ten points', () => {
  const made = trend([
    wave('2025-12-01'),
    wave('2026-03-01', { modes: { web: 0.5, text: 0.5 } }),
    wave('2026-06-01', { modes: { web: 0.39, text: 0.5, paper: 0.11 } }),
    wave('2026-09-01', { wording: 'b', modes: { telephone: 1 } }),
  ]);
  expect(made?.points.map((point) => point.gap)).toEqual([[], [], ['modes_moved'], ['wording_changed', 'modes_moved']]);
  expect(made?.points.at(-1)?.change).toBeNull();
});

test('a wave with too few answers is hidden and nothing is compared with it', () => {
  const made = trend([wave('2025-12-01', { table: table(4, 4) }), wave('2026-03-01')]);
  expect(made?.points.map((point) => [point.row.state, point.change])).toEqual([
    ['hidden', null],
    ['shown', null],
  ]);
  expect(trend([])).toBeNull();
});

test('each group against itself in the wave before', () => {
  const by = (elm: number) =>
    questionTable(
      columnsOf(satisfaction({ elm: { vs: elm, vd: 100 - elm }, oak: { vs: 50, vd: 50 } })),
      'sat',
      'area',
      {
        use: 'internal',
        day: '2026-05-10',
      },
    );
  const moved = changes(by(80), by(50));
  expect(moved.get('elm')).toEqual({ change: 'up', by: expect.closeTo(0.3, 9) });
  expect(moved.get('oak')).toEqual({ change: 'none_clear' });
});

test('the mix of modes is of the responses that count', () => {
  const columns = columnsOf([
    row({ sat: 'vs' }),
    row({ sat: 'vs' }, { mode: 'text' }),
    row({ sat: 'vs' }, { mode: 'text' }),
    row({ sat: 'vs' }, { mode: 'paper', state: 'open' }),
  ]);
  expect(modeMix(columns, whichCount(columns))).toEqual({ web: 1 / 3, text: 2 / 3, paper: 0 });
});

test('figures in words: one decimal, rounded once, half away from zero', () => {
  expect([0.05, -0.05, 2.25, 68.05, -0.04].map((value) => rounded(value))).toEqual([
    '0.1',
    '-0.1',
    '2.3',
    '68.1',
    '0.0',
  ]);
  expect(figureWords({ state: 'exact', share: 0.681, low: 0.648, high: 0.712 })).toBe('68.1% (64.8 to 71.2)');
  expect(figureWords({ state: 'over', limit: 0.95 })).toBe('over 95%');
  expect(changeWords({ change: 'down', by: 0.061 })).toBe('down 6.1 points');
  expect(changeWords({ change: 'none_clear' })).toBe('No clear change');
  const { all, method } = table(60, 40);
  expect(rowWords(all, all.measure, false)).toBe('60.0% (50.2 to 69.1), 100 answers');
  expect(baseWords({ ...all, answers: 1902, effective: 1500.4 }, true)).toBe('1,902 answers, effective 1,500');
  expect(methodWords(method, '10 May 2026')).toContain('Not weighted; 95% Wilson interval.');
});

test('response: lines add up to those asked; those who moved or died do not count against the rate', () => {
  const figures = responseFigures(
    { complete: 371, part: 31, refused: 18, reached: 500, sent: 202, unreachable: 61, moved: 12, died: 5 },
    2338,
    0.05,
  );
  expect(figures.lines.map((line) => line.count)).toEqual([371, 31, 18, 702, 61, 17]);
  expect(figures.asked).toBe(1200);
  expect(figures.rate).toBeCloseTo(371 / 1183, 9);
  expect((figures.margin ?? 0) * 100).toBeCloseTo(4.67, 2);
  expect(figures).toMatchObject({ needed: 331, enough: true, toAsk: 0 });
});

test('response: how many more to ask at the rate so far', () => {
  expect(responseFigures({ complete: 100, sent: 300 }, 2338, 0.05)).toMatchObject({ enough: false, toAsk: 924 });
  expect(responseFigures({ sent: 300 }, 2338, 0.05)).toMatchObject({ rate: 0, margin: null, toAsk: null });
});
