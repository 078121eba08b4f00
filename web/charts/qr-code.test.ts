import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrCode } from './qr-code.ts';

beforeAll(() => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
});

const scale = 4;
const quiet = 4;

/** The code as a camera sees it: grey pixels. */
function picture(code: boolean[][]) {
  const width = (code.length + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let at = 0; at < width * width; at += 1) {
    const row = Math.floor(Math.floor(at / width) / scale) - quiet;
    const column = Math.floor((at % width) / scale) - quiet;
    data.set(code[row]?.[column] ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4);
  }
  return { data, width, height: width, colorSpace: 'srgb' } as ImageData;
}

const letters = 'otpauth://totp/Earshot:priya%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Earshot&period=30 ';

test.each([1, 17, 18, 33, 79, 107, 135, 155, 194, 231, 272, 322, 368, 426, 459, 521, 587, 645, 719, 793, 858])(
  'a text of %i letters is read as it was written',
  async (length) => {
    const text = letters.repeat(10).slice(0, length);
    const [read] = await readBarcodes(picture(qrCode(text)), { formats: ['QRCode'] });
    expect(read?.text).toBe(text);
  },
);

test('a text that fits no code is refused', () => {
  expect(() => qrCode('x'.repeat(900))).toThrow('too long');
});
