import type { ScriptCode } from '../../surveys/language.ts';

/** Files that resident pages load: the build puts each under `/assets/` by this name. Names change when the files do. */
export interface FontFile {
  /** Pages in this script load it. */
  script: ScriptCode;
  family: string;
  weight: 400 | 700;
  /** The file's name within its package. */
  source: string;
  name: string;
  range: string;
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
const arabic =
  'U+0600-06FF,U+0750-077F,U+0870-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC';

/** Faces by script: package, family, subset, letters. Chinese has none: each is 100 files, and every phone that shows it has its own. */
const faces: readonly [ScriptCode, string, string, string, string][] = [
  ['Latn', 'atkinson-hyperlegible', 'Atkinson Hyperlegible', 'latin-ext', latinExt],
  ['Latn', 'atkinson-hyperlegible', 'Atkinson Hyperlegible', 'latin', latin],
  ['Aran', 'noto-nastaliq-urdu', 'Noto Nastaliq Urdu', 'arabic', arabic],
  ['Arab', 'noto-naskh-arabic', 'Noto Naskh Arabic', 'arabic', arabic],
  [
    'Beng',
    'noto-sans-bengali',
    'Noto Sans Bengali',
    'bengali',
    'U+0951-0952,U+0964-0965,U+0980-09FE,U+1CD0,U+200C-200D,U+20B9,U+25CC',
  ],
  [
    'Guru',
    'noto-sans-gurmukhi',
    'Noto Sans Gurmukhi',
    'gurmukhi',
    'U+0951-0952,U+0964-0965,U+0A01-0A76,U+200C-200D,U+20B9,U+25CC,U+262C',
  ],
  [
    'Gujr',
    'noto-sans-gujarati',
    'Noto Sans Gujarati',
    'gujarati',
    'U+0951-0952,U+0964-0965,U+0A80-0AFF,U+200C-200D,U+20B9,U+25CC',
  ],
  ['Cyrl', 'noto-sans', 'Noto Sans', 'cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
];

/** Browsers fetch a file only when a page has letters of its range. */
export const fonts: readonly FontFile[] = ([400, 700] as const).flatMap((weight) =>
  faces.map(([script, slug, family, subset, range]) => ({
    script,
    family,
    weight,
    source: `@fontsource/${slug}/files/${slug}-${subset}-${weight}-normal.woff2`,
    name: `${slug}-5.3.0-${subset}-${weight}.woff2`,
    range,
  })),
);

/** Grows with each change of `web/resident/saving.ts`; a test holds it to the file. */
export const scriptName = 'saving-2.js';

/** What pages inside the console load in its place; as above. */
export const framedName = 'framed-3.js';

/** The form of a large screen, with a hash of what it is made of: a test says the next name when that changes. */
export const formName = 'form-db46c95f75b6.js';
