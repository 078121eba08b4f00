import { expect, test } from 'vitest';
import type { DisclosedTable } from '../../surveys/results/disclosed.ts';
import { questionTable } from '../../surveys/results/tables.ts';
import { trend } from '../../surveys/results/trend.ts';
import { columnsOf, row, satisfaction, texts } from '../../test/support/results.ts';
import { dataTable, trendTable } from './data-table.ts';
import { dotWhisker, optionDots } from './dot-whisker.ts';
import { darkRules } from './paint.ts';
import { stackedBars } from './stacked-bars.ts';
import { wrap } from './svg.ts';
import { trendLine } from './trend-line.ts';

const areas = {
  elm: { vs: 30, fs: 20, n: 10, fd: 8, vd: 15, dontknow: 6 },
  oak: { vs: 4, vd: 3 },
  ash: { vs: 9, vd: 8 },
  fir: { vs: 60, fs: 30, n: 10, fd: 10, vd: 5, dontknow: 9 },
};
const make = (labels: Record<string, string> = {}, more: Record<string, string> = {}): DisclosedTable =>
  questionTable(columnsOf(satisfaction(areas)), 'sat', 'area', {
    use: 'internal',
    day: '2026-05-10',
    texts: { ...texts, ...more },
    labels,
  });
const waves = (closed: readonly string[], wording = 'a') =>
  closed.map((closedOn, place) => ({
    waveId: closedOn,
    name: `Wave ${place + 1}`,
    closedOn,
    table: questionTable(columnsOf(satisfaction({ elm: { vs: 50 + 10 * place, vd: 30 } })), 'sat', 'none', {
      use: 'internal',
      day: '2026-05-10',
      texts,
    }),
    wording: place === 2 ? 'b' : wording,
    modes: { web: 1 },
  }));

/** Every chart of the same table. */
const charts = (table: DisclosedTable): readonly string[] => [
  dotWhisker(table, { id: 'dots', reference: { label: 'National', value: 71 } }),
  dotWhisker(table, { id: 'narrow', width: 320 }),
  stackedBars(table, { id: 'bars' }),
  optionDots(table, { id: 'options' }),
];

test('every picture is named by its finding', () => {
  const [dots] = charts(make());
  expect(dots).toMatch(/^<svg [^>]*role="img" aria-labelledby="dots-title"/);
  const title = /<title id="dots-title">(.*?)<\/title>/.exec(dots ?? '')?.[1];
  expect(title).toBe(
    'How satisfied are you? Very satisfied or Fairly satisfied, by area. fir is clearly above elm: 78.3% against 60.2%. All: 68.9% (62.6 to 74.6), 222 answers.',
  );
});

test('no letter on a picture is smaller than 12 points, and none can shrink', () => {
  for (const chart of charts(make())) {
    expect([...chart.matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]))).toEqual([16]);
    const [, width, , box] = /width="(\d+)" height="([\d.]+)" viewBox="0 0 (\d+)/.exec(chart) ?? [];
    expect(width).toBe(box);
    expect(chart).not.toContain('italic');
  }
});

test('a hidden group has a hatch, the word, and no number', () => {
  const dots = dotWhisker(make(), { id: 'dots' });
  expect(dots.match(/url\(#dots-hatch\)/g)).toHaveLength(2);
  expect(dots.match(/>Hidden</g)).toHaveLength(2);
  expect(dots.match(/<circle/g)).toHaveLength(3);
  for (const chart of charts(make())) expect(chart).not.toMatch(/\b(7|17) answers/);
});

test('a low base is a hollow dot and says so', () => {
  const columns = columnsOf(satisfaction({ elm: { vs: 12, vd: 8 }, oak: { vs: 30, vd: 30 } }));
  const dots = dotWhisker(questionTable(columns, 'sat', 'area', { use: 'internal', day: '2026-05-10', texts }), {
    id: 'dots',
  });
  expect(dots).toContain('20 answers, low base');
  expect(dots.match(/<circle[^>]*fill="var\(--chart-paper/g)).toHaveLength(1);
});

test('one mind is drawn as a stretch, not a point', () => {
  const columns = columnsOf(satisfaction({ elm: { vs: 50 }, oak: { vs: 30, vd: 30 } }));
  const table = questionTable(columns, 'sat', 'area', { use: 'internal', day: '2026-05-10', texts });
  expect(dotWhisker(table, { id: 'dots' })).toMatch(/over 95%|Hidden/);
  expect(JSON.stringify(table.rows[0])).not.toContain('"share":1');
});

test('words from outside cannot leave the picture', () => {
  const bad = '</text><script>alert(1)</script>"&\u0001';
  for (const markup of [
    ...charts(make({ elm: bad }, { 'q.sat.title': bad, 'q.sat.option.vs': bad })),
    dataTable(make({ elm: bad })),
  ]) {
    expect(markup).not.toContain('<script');
    expect(markup).not.toContain('\u0001');
    expect(markup).toContain('&lt;script&gt;');
  }
});

test('hidden parts of a bar stand together at its end', () => {
  const columns = columnsOf(satisfaction({ elm: { vs: 3, fs: 30, n: 2, fd: 20, vd: 20 } }));
  const bars = stackedBars(questionTable(columns, 'sat', 'none', { use: 'internal', day: '2026-05-10', texts }), {
    id: 'bars',
  });
  const boxes = [
    ...bars.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="34" fill="url\(#bars-([a-z0-9-]+)\)"/g),
  ];
  const [first, last] = [boxes[0], boxes.at(-1)];
  expect(Number(first?.[1])).toBe(0);
  expect(last?.[3]).toBe('hatch');
  expect(Number(last?.[1]) + Number(last?.[2])).toBeCloseTo(760, 0);
});

test('a trend is joined where it may be, and the gap holds its reason', () => {
  const made = trend(waves(['2025-06-01', '2025-09-01', '2025-12-01', '2026-03-01']));
  if (!made) throw new Error('no trend');
  const chart = trendLine(made, { id: 'trend' });
  expect(chart.match(/<circle/g)).toHaveLength(4);
  expect(chart.match(/<path d="M[\d.]+,[\d.]+L/g)).toHaveLength(1);
  expect(chart).toContain('The question');
  expect(trendTable(made)).toContain('The question or its answers changed');
});

test('the table beside a chart has every figure in words, with headings for rows and columns', () => {
  const html = dataTable(make());
  expect(html).toContain('<caption>How satisfied are you?');
  expect(html).toContain('<th scope="row">elm</th><td>60.2% (49.5 to 70.1)</td><td>83 answers</td>');
  expect(html.match(/class="hidden-cell"/g)?.length).toBeGreaterThan(10);
  expect(html).toContain('class="hidden-reason"');
});

test('a scale: means on its own axis, and no spread by group', () => {
  const rows = [3, 5, 8, 8, 9].flatMap((likely) => Array.from({ length: 12 }, () => row({ rooms: likely })));
  const table = questionTable(columnsOf(rows), 'rooms', 'area', { use: 'internal', day: '2026-05-10', texts });
  expect(dotWhisker(table, { id: 'dots' })).toContain('>6.6 (6.0 to 7.2)<');
  expect(dataTable(table)).toContain('Mean (95% interval)');
});

test('too few answers: the picture says so and nothing else', () => {
  const table = questionTable(columnsOf(satisfaction({ elm: { vs: 4 } })), 'sat', 'none', {
    use: 'internal',
    day: '2026-05-10',
    texts,
  });
  expect(dotWhisker(table, { id: 'dots' })).toContain('Too few answers to show.');
  expect(dotWhisker(table, { id: 'dots' })).not.toMatch(/\d+(\.\d+)?%/);
});

test('dark rules name every colour; words break at spaces only', () => {
  expect(darkRules('.dark')).toMatch(/^\.dark\{--chart-paper:#14181d;.*--chart-worst-words:#14181d\}$/);
  expect(wrap('Willow Park and the Crescent', 190)).toEqual(['Willow Park and the', 'Crescent']);
});
