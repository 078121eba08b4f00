import { checkWords } from './qr-check.ts';

/** The least correction, for a screen: nothing of it folds or stains. */
const checkPerBlock = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const blocksOf = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
/** The format bits of level L with mask 0, as the standard has them. */
const formatBits = 0b111011111000100;

/** Places for bits in a code of one version (ISO 18004): all of it, less what is the same in every code. */
function roomFor(version: number): number {
  const whole = (16 * version + 128) * version + 64;
  if (version < 2) return whole;
  const marks = Math.floor(version / 7) + 2;
  return whole - ((25 * marks - 10) * marks - 55) - (version >= 7 ? 36 : 0);
}

const wordsIn = (version: number) => Math.floor(roomFor(version) / 8);
const dataWordsIn = (version: number) =>
  wordsIn(version) - (checkPerBlock[version - 1] ?? 0) * (blocksOf[version - 1] ?? 0);

/** The text as data words: byte mode, how long it is, the bytes, filled up. */
function dataWords(bytes: Uint8Array, version: number): number[] {
  const lengthBits = version < 10 ? 8 : 16;
  const bits = `0100${bytes.length.toString(2).padStart(lengthBits, '0')}${[...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')}0000`;
  const words = (bits.match(/.{1,8}/g) ?? []).map((word) => Number.parseInt(word.padEnd(8, '0'), 2));
  const room = dataWordsIn(version);
  return Array.from({ length: room }, (_, at) => words[at] ?? ((at - words.length) % 2 === 0 ? 0xec : 0x11));
}

/** Data and check words, dealt out in turn from blocks. */
function allWords(data: readonly number[], version: number): number[] {
  const blocks = blocksOf[version - 1] ?? 1;
  const checks = checkPerBlock[version - 1] ?? 0;
  const short = Math.floor(data.length / blocks);
  const shortBlocks = blocks - (data.length % blocks);
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, at) => {
    const part = data.slice(from, from + short + (at < shortBlocks ? 0 : 1));
    from += part.length;
    return { part, check: checkWords(part, checks) };
  });
  const deal = (of: (part: (typeof parts)[number]) => number[], most: number) =>
    Array.from({ length: most }, (_, at) => parts.flatMap((part) => of(part)[at] ?? [])).flat();
  return [...deal(({ part }) => part, short + 1), ...deal(({ check }) => check, checks)];
}

type Grid = (boolean | null)[][];

const put = (grid: Grid, row: number, column: number, dark: boolean) => {
  const line = grid[row];
  if (line && column >= 0 && column < line.length) line[column] = dark;
};

/** A square of rings round a middle: dark where the distance from it is one of `dark`. */
function rings(grid: Grid, [row, column]: readonly [number, number], reach: number, dark: readonly number[]) {
  for (let down = -reach; down <= reach; down += 1)
    for (let along = -reach; along <= reach; along += 1)
      put(grid, row + down, column + along, dark.includes(Math.max(Math.abs(down), Math.abs(along))));
}

/** Where the small marks stand, along one side. */
function markPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - (count - 2 - at) * step)];
}

function drawMarks(grid: Grid, version: number) {
  const places = markPlaces(version);
  const far = grid.length - 7;
  const corner = (row: number, column: number) =>
    (row === 6 && column === 6) || (row === 6 && column === far) || (row === far && column === 6);
  for (const row of places)
    for (const column of places) if (!corner(row, column)) rings(grid, [row, column], 2, [0, 2]);
}

function drawFormat(grid: Grid) {
  const size = grid.length;
  const bit = (at: number) => ((formatBits >> at) & 1) === 1;
  for (let at = 0; at < 15; at += 1) {
    const near = at < 6 ? at : at < 8 ? at + 1 : -1;
    put(grid, near >= 0 ? near : 8, near >= 0 ? 8 : at === 8 ? 7 : 14 - at, bit(at));
    if (at < 8) put(grid, 8, size - 1 - at, bit(at));
    else put(grid, size - 15 + at, 8, bit(at));
  }
  put(grid, size - 8, 8, true);
}

/** From version 7 on the version stands in the code itself, twice, with its own check (BCH 18,6). */
function drawVersion(grid: Grid, version: number) {
  if (version < 7) return;
  let rest = version;
  for (let at = 0; at < 12; at += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const [along, across] = [grid.length - 11 + (at % 3), Math.floor(at / 3)];
    put(grid, across, along, ((bits >> at) & 1) === 1);
    put(grid, along, across, ((bits >> at) & 1) === 1);
  }
}

/** What is the same in every code of a version. */
function frameOf(version: number): Grid {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  for (let at = 0; at < size; at += 1) {
    put(grid, 6, at, at % 2 === 0);
    put(grid, at, 6, at % 2 === 0);
  }
  for (const middle of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings(grid, middle, 4, [0, 1, 3]);
  drawMarks(grid, version);
  drawFormat(grid);
  drawVersion(grid, version);
  return grid;
}

/** Fills what is free with words, in columns of two from the right, up and down in turn, under mask 0. */
function fill(grid: Grid, words: readonly number[]): boolean[][] {
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      for (const column of [right, right - 1]) {
        const row = upward ? size - 1 - step : step;
        if (grid[row]?.[column] !== null) continue;
        const bit = (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
        put(grid, row, column, bit !== ((row + column) % 2 === 0));
        at += 1;
      }
    }
  }
  return grid.map((line) => line.map((dark) => dark === true));
}

/** A QR code of a text, dark places true. Throws for one of more than about 850 bytes. */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const fits = (version: number) => dataWordsIn(version) * 8 >= 4 + (version < 10 ? 8 : 16) + bytes.length * 8;
  const version = blocksOf.map((_, at) => at + 1).find(fits);
  if (version === undefined) throw new Error('This text is too long for a QR code');
  return fill(frameOf(version), allWords(dataWords(bytes, version), version));
}

/** The dark places as one path of an SVG drawing, with the quiet border of four; and how wide the drawing is. */
export function qrPath(text: string): { path: string; size: number } {
  const code = qrCode(text);
  const path = code.flatMap((line, row) =>
    line.map((dark, column) => (dark ? `M${column + 4} ${row + 4}h1v1h-1z` : '')),
  );
  return { path: path.join(''), size: code.length + 8 };
}
