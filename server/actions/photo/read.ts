/** From the bytes somebody sent to a photo we may keep. What it is is told by its bytes; its name and what the browser calls it say nothing. */
import { lettersAt } from './bytes.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng } from './png.ts';
import { bareWebp } from './webp.ts';

type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A photo with nothing in it but the picture. */
export interface Photo {
  type: PhotoType;
  content: Uint8Array<ArrayBuffer>;
}

/** Why a file is not kept: no photo we know, or one from which we cannot take out where it was made. */
export type PhotoFault = 'not_a_photo' | 'heic';

type Kind = { type: PhotoType; bare: (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | null } | 'heic' | null;

/** Brands of the family of HEIC and AVIF, whose notes may stand anywhere in the file. */
const heicBrands = /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;

function kindOf(bytes: Uint8Array): Kind {
  if (lettersAt(bytes, 0, 3) === '\xff\xd8\xff') return { type: 'image/jpeg', bare: bareJpeg };
  if (lettersAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', bare: barePng };
  if (lettersAt(bytes, 0, 4) === 'RIFF' && lettersAt(bytes, 8, 4) === 'WEBP')
    return { type: 'image/webp', bare: bareWebp };
  return lettersAt(bytes, 4, 4) === 'ftyp' && heicBrands.test(lettersAt(bytes, 8, 4)) ? 'heic' : null;
}

/** Takes the bytes of a file; gives the photo without place, time and names in it, or why there is none. */
export function readPhoto(bytes: Uint8Array): Photo | PhotoFault {
  const kind = kindOf(bytes);
  if (kind === 'heic') return 'heic';
  const content = kind?.bare(bytes) ?? null;
  return kind === null || content === null ? 'not_a_photo' : { type: kind.type, content };
}
