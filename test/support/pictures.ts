/** Very small photos, and the same as a phone makes them: with where, when and by whom. */

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const whole = (...pieces: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]));

/** Eight by eight dots, red or black, without a word in them. */
export const pictures = {
  jpeg: bytesOf(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCKALXj/9k=',
  ),
  png: bytesOf(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQI12NgQAUAABAAAaHFIcEAAAAASUVORK5CYII=',
  ),
  webp: bytesOf('UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoIAAgAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA='),
} as const;

/** What a phone writes beside the picture. */
export const secret = 'GPS 51.75N 1.26W Noor Khan';

const sizeOf = (length: number) => [length >> 8, length & 255];
const segment = (marker: number, body: Uint8Array) => whole([0xff, marker, ...sizeOf(body.length + 2)], body);

/** Exif of a camera on its side (6), low byte first, with the secret after its one entry. */
const exif = whole(
  letters('Exif\0\0II*\0'),
  [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  letters(secret),
);

/** Every kind of note a JPEG may have, a smaller picture within one, and another behind the end. */
export function toldJpeg(): Uint8Array<ArrayBuffer> {
  const { jpeg } = pictures;
  const notes = [
    segment(0xe1, exif),
    segment(0xe1, letters(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`)),
    segment(0xe2, letters(`MPF\0${secret}`)),
    segment(0xed, letters(`Photoshop 3.0\0${secret}`)),
    segment(0xfe, letters(secret)),
  ];
  // After the first 20 bytes: the beginning and JFIF.
  return whole(jpeg.subarray(0, 20), ...notes, jpeg.subarray(20), jpeg, letters(secret));
}

const chunk = (type: string, body: Uint8Array) =>
  whole([0, 0, ...sizeOf(body.length)], letters(type), body, [0, 0, 0, 0]);

export function toldPng(): Uint8Array<ArrayBuffer> {
  const { png } = pictures;
  const notes = [
    chunk('eXIf', exif.subarray(6)),
    chunk('tEXt', letters(`Author\0${secret}`)),
    chunk('zTXt', letters(secret)),
    chunk('iTXt', letters(secret)),
    chunk('tIME', letters('1234567')),
    chunk('prVt', letters(secret)),
  ];
  // After the first 33 bytes: the signature and the header.
  return whole(png.subarray(0, 33), ...notes, png.subarray(33), letters(secret));
}

const riff = (type: string, body: Uint8Array) =>
  whole(letters(type), [body.length & 255, body.length >> 8, 0, 0], body, body.length % 2 ? [0] : []);

export function toldWebp(): Uint8Array<ArrayBuffer> {
  const body = whole(
    letters('WEBP'),
    riff('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 7, 0, 0, 7, 0, 0)),
    pictures.webp.subarray(12),
    riff('EXIF', whole(exif, [1])),
    riff('XMP ', letters(secret)),
    riff('ABCD', letters(secret)),
  );
  return whole(letters('RIFF'), [body.length & 255, body.length >> 8, 0, 0], body, letters(secret));
}

/** What an iPhone keeps to itself. */
export const heic = whole([0, 0, 0, 24], letters('ftypheic'), [0, 0, 0, 0], letters(`mif1heic${secret}`));

/** A file as a browser sends it. */
export const fileOf = (content: Uint8Array<ArrayBuffer>, name = 'photo.jpg', type = 'image/jpeg') =>
  new File([content], name, { type });
