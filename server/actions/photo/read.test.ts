import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heic, pictures, secret, toldJpeg, toldPng, toldWebp } from '../../../test/support/pictures.ts';
import { readPhoto } from './read.ts';

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

function contentOf(bytes: Uint8Array): Uint8Array {
  const read = readPhoto(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read.content;
}

test.each(Object.entries(pictures))('a bare %s stays as it is, byte for byte', (kind, bytes) => {
  expect(readPhoto(bytes)).toEqual({ type: `image/${kind}`, content: bytes });
});

test.each([
  ['JPEG', toldJpeg()],
  ['PNG', toldPng()],
  ['WebP', toldWebp()],
])('place, time and names are taken out of a %s', (_kind, told) => {
  expect(latin(told)).toContain(secret);
  const bare = contentOf(told);
  expect(latin(bare)).not.toMatch(/GPS|Noor|xmp|EXIF|Photoshop|MPF|Author/);
  expect(bare.length).toBeLessThan(told.length);
  expect(contentOf(bare)).toEqual(bare);
});

test('a JPEG keeps which way up it is, a PNG its every dot, a WebP a header that promises nothing', () => {
  const jpeg = contentOf(toldJpeg());
  const upright = '\xff\xe1\0"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0';
  expect(latin(jpeg).replace(upright, '')).toBe(latin(pictures.jpeg));
  expect(contentOf(toldPng())).toEqual(pictures.png);
  const webp = contentOf(toldWebp());
  expect(latin(webp)).toContain(latin(pictures.webp.subarray(12)));
  expect(webp[20]).toBe(0);
  expect(webp.length).toBe(8 + (webp[4] ?? 0) + (webp[5] ?? 0) * 256);
});

test.each([
  ['words with the name of a photo', new TextEncoder().encode('<svg onload="alert(1)">')],
  ['a PDF', new TextEncoder().encode('%PDF-1.7')],
  ['a GIF', new TextEncoder().encode('GIF89a')],
  ['nothing', new Uint8Array(0)],
  ['the beginning of a JPEG', pictures.jpeg.subarray(0, 100)],
  ['the beginning of a PNG', pictures.png.subarray(0, 50)],
  ['the beginning of a WebP', pictures.webp.subarray(0, 40)],
  ['a page behind the signature of a PNG', new TextEncoder().encode('\u0089PNG\r\n\u001a\n<script>')],
])('%s is no photo', (_about, bytes) => {
  expect(readPhoto(bytes)).toBe('not_a_photo');
});

test('HEIC is known and not kept: its place cannot be taken out', () => {
  expect(readPhoto(heic)).toBe('heic');
});

const broken = fc
  .tuple(
    fc.constantFrom(toldJpeg(), toldPng(), toldWebp()),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
  )
  .map(([bytes, changes]) => {
    const changed = bytes.slice();
    for (const [at, to] of changes) changed[at % changed.length] = to;
    return changed;
  });

test('whatever bytes come, it ends, and keeps no more than came', () => {
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 400 })), (bytes) => {
      const read = readPhoto(bytes);
      if (typeof read === 'string') return;
      expect(read.content.length).toBeLessThanOrEqual(bytes.length + 36);
    }),
    { seed: 20_261_123, numRuns: 3000 },
  );
});
