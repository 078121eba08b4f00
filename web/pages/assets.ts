/** Files that resident pages load: the build puts each under `/assets/` by this name. Names change when the files do. */
export interface FontFile {
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

const font = (slug: string, family: string, subset: string, weight: 400 | 700, range: string): FontFile => ({
  family,
  weight,
  source: `@fontsource/${slug}/files/${slug}-${subset}-${weight}-normal.woff2`,
  name: `${slug}-5.3.0-${subset}-${weight}.woff2`,
  range,
});

const weights = [400, 700] as const;

/** Browsers fetch a file only when a page has letters of its range. */
export const fonts: readonly FontFile[] = weights.flatMap((weight) => [
  font('atkinson-hyperlegible', 'Atkinson Hyperlegible', 'latin-ext', weight, latinExt),
  font('atkinson-hyperlegible', 'Atkinson Hyperlegible', 'latin', weight, latin),
  font('noto-nastaliq-urdu', 'Noto Nastaliq Urdu', 'arabic', weight, arabic),
]);

/** Grows with each change of `web/resident/saving.ts`; a test holds it to the file. */
export const scriptName = 'saving-2.js';

/** What pages inside the console load in its place; as above. */
export const framedName = 'framed-1.js';

/** The form of a large screen, with a hash of what it is made of: a test says the next name when that changes. */
export const formName = 'form-23ef5b5e3952.js';
