/**
 * What a paper is made as. Print sizes are one set of words in another size, approved with the words of their language; each of the
 * others is made from those words by itself and approved by itself (`questionnaire/own-editions.ts`).
 */
export const formats = {
  standard: { points: 14, own: false, file: 'pdf', name: 'Standard print' },
  large: { points: 18, own: false, file: 'pdf', name: 'Large print' },
  giant: { points: 24, own: false, file: 'pdf', name: 'Giant print' },
  easy_read: { points: 16, own: true, file: 'pdf', name: 'Easy read' },
  braille: { points: null, own: true, file: 'zip', name: 'Braille' },
  audio: { points: null, own: true, file: 'zip', name: 'Audio' },
} as const satisfies Record<string, FormatFacts>;

interface FormatFacts {
  /** Body size on paper; null where there is none. */
  points: number | null;
  /** Made and approved by itself. */
  own: boolean;
  /** What a batch of it is: pages to print, or a folder for whoever makes it. */
  file: 'pdf' | 'zip';
  /** As staff name it. */
  name: string;
}

export type Format = keyof typeof formats;
type With<F extends Partial<FormatFacts>> = {
  [K in Format]: (typeof formats)[K] extends F ? K : never;
}[Format];
/** Sizes of print that share words and approval. */
export type PrintSize = With<{ own: false }>;
/** Editions of their own. */
export type OwnFormat = With<{ own: true }>;
/** What Typst sets on paper. */
export type PageFormat = With<{ file: 'pdf' }>;

export const formatCodes = Object.keys(formats) as Format[];
export const printSizes = formatCodes.filter((code): code is PrintSize => !formats[code].own);
export const ownFormats = formatCodes.filter((code): code is OwnFormat => formats[code].own);
export const pageFormats = formatCodes.filter((code): code is PageFormat => formats[code].file === 'pdf');

export const isFormat = (code: unknown): code is Format => typeof code === 'string' && Object.hasOwn(formats, code);
export const isOwnFormat = (code: unknown): code is OwnFormat => isFormat(code) && formats[code].own;
export const isPageFormat = (code: unknown): code is PageFormat => isFormat(code) && formats[code].file === 'pdf';

/** A format as it is kept; what is not one is standard print. */
export const formatOf = (code: unknown): Format => (isFormat(code) ? code : 'standard');

/** "large print", within a sentence; empty for standard print, which goes without saying. */
export const formatWords = (format: Format): string =>
  format === 'standard' ? '' : formats[format].name.toLowerCase();
