import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { answer, columnsOf, compiled, satisfaction, texts } from '../../test/support/results.ts';
import { bandsFor } from './bands.ts';
import { type Cell, csvCell, csvPieces, csvRow } from './csv.ts';
import { type ExportedResponse, responseRows } from './response-csv.ts';
import { tableRows } from './table-csv.ts';
import { questionTable } from './tables.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+44 1632', "'+44 1632"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\t=1', `"'\t=1"`],
  ['\tplain', `"'\tplain"`],
  ['\rplain', `"'\rplain"`],
  ['\n=1', `"'\n=1"`],
  ['＝1+1', "'＝1+1"],
  ['＠a', "'＠a"],
  ['\u0000=1', "'=1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
])('a formula %j is made harmless', (words, cell) => {
  expect(csvCell(words)).toBe(cell);
});

test.each<[Cell, string]>([
  [-4.5, '-4.5'],
  ['-4.5', '-4.5'],
  ['07700 900123', '07700 900123'],
  [12, '12'],
  [Number.NaN, ''],
  [null, ''],
  ['Lift, stairs', '"Lift, stairs"'],
  ['two\nlines', '"two\nlines"'],
  ['she said "no"', '"she said ""no"""'],
  ['a-b = c', 'a-b = c'],
])('%j is written as it is', (cell, written) => {
  expect(csvCell(cell)).toBe(written);
});

test('any words come back from the file, and none starts a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
      const [read] = Papa.parse<string[]>(csvRow(cells), { newline: '\r\n' }).data;
      cells.forEach((cell, place) => {
        const got = read?.[place] ?? '';
        const clean = cell.replaceAll('\u0000', '');
        expect([clean, `'${clean}`]).toContain(got);
        expect(/^\s*[=+@＝＋－＠]/.test(got)).toBe(false);
      });
    }),
    { seed: 20260405 },
  );
});

test('a file is made in pieces, with the mark Excel needs', () => {
  const pieces = [
    ...csvPieces(
      Array.from({ length: 100 }, (_, n) => [n, 'word']),
      200,
    ),
  ];
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('')).toBe(`\ufeff${Array.from({ length: 100 }, (_, n) => `${n},word\r\n`).join('')}`);
});

const source = { wave: 'Spring panel', date: '2026-05-10' };

test('a file of results says no more than the screen', () => {
  const columns = columnsOf(
    satisfaction({ elm: { vs: 30, fs: 20, vd: 15 }, oak: { vs: 4, vd: 3 }, ash: { vs: 9, vd: 8 } }),
  );
  const table = questionTable(columns, 'sat', 'area', { use: 'internal', day: '2026-05-10', texts });
  const [heads, ...rows] = [...tableRows([table], source)];
  expect(heads?.slice(4, 12)).toEqual([
    'group',
    'figure',
    'value',
    'unit',
    'lower 95%',
    'upper 95%',
    'answers',
    'effective answers',
  ]);
  const hidden = rows.filter((cells) => cells[4] === 'oak' || cells[4] === 'ash');
  expect(hidden.length).toBeGreaterThan(4);
  for (const cells of hidden) {
    expect(cells.slice(6, 12)).toEqual([null, '', null, null, null, null]);
    expect(cells[12]).toContain('Hidden');
  }
  const [measure] = rows.filter((cells) => cells[4] === 'All' && cells[5] === 'measure');
  expect(measure?.slice(6, 12)).toEqual([70.8, '%', 60.6, 79.2, 89, 89]);
  expect(measure?.slice(13)).toEqual(['unweighted, wilson, internal-2026', '2026-05-10']);
});

const exported: ExportedResponse = {
  id: '0b0f2d3c-0000-4000-8000-000000000001',
  state: 'complete',
  mode: 'text',
  week: '2026-03-30',
  age: 71,
  tenure: 'sheltered',
  area: 'elm',
  answers: {
    sat: answer('fs'),
    ways: answer(['text', 'post']),
    likely: answer(0),
    more: answer('=cmd|calc'),
    rooms: { ...answer(3), offRoute: true },
  },
  unanswered: { repair: { why: 'skipped', mode: 'text', at: '', by: null } },
};

test('one row a response: codes, an option a column, gaps told apart, formulas harmless', () => {
  const [heads, cells] = [...responseRows(compiled, bandsFor('2026-04-02', 400), [exported])];
  const row = Object.fromEntries((heads ?? []).map((head, place) => [head, cells?.[place]]));
  expect(row).toEqual({
    response: exported.id,
    state: 'complete',
    mode: 'text',
    week: '2026-03-30',
    age: '65-74',
    tenure: 'sheltered',
    area: 'elm',
    sat: 'fs',
    'ways.text': 1,
    'ways.email': 0,
    'ways.post': 1,
    'ways.none': 0,
    likely: 0,
    repair: 'skipped',
    rooms: '',
    since: '',
    more: '=cmd|calc',
  });
  expect(csvRow(cells ?? [])).toContain("'=cmd|calc");
});
