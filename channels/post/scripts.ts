import type { Language } from '../../surveys/language.ts';

/** How one language is set on paper: faces in order of trial, direction, and room for its tallest and deepest strokes. */
export interface Script {
  language: string;
  direction: 'ltr' | 'rtl';
  /** Families in the order they are tried. */
  fonts: readonly string[];
  /** Above and below the baseline, in ems or by the face's own measure. */
  topEdge: number | 'ascender';
  bottomEdge: number | 'descender';
  /** Between lines and between paragraphs, in ems; with the edges it makes the height of a line. */
  leading: number;
  spacing: number;
  /** Height of a line in ems, for the room a page foot needs. */
  lineHeight: number;
}

const atkinson = 'Atkinson Hyperlegible';
const notoSans = 'Noto Sans';
const nastaliq = 'Noto Nastaliq Urdu';
const naskh = 'Noto Naskh Arabic';
const hans = 'Noto Sans S Chinese';

// 1.3 em a line: above the 1.2 asked of clear print and equal to the 1.3 asked of large print; a blank line between paragraphs.
const latinMeasures = { topEdge: 0.8, bottomEdge: -0.2, leading: 0.3, spacing: 1.4, lineHeight: 1.3 };

// Noto Nastaliq Urdu rises 1.904 em and falls 0.596 em; anything less and lines collide.
const nastaliqMeasures = {
  topEdge: 'ascender',
  bottomEdge: 'descender',
  leading: 0,
  spacing: 0.7,
  lineHeight: 2.5,
} as const;

// Signs above and below the letters: a bare 1.3 em would have them touch.
const tallMeasures = { topEdge: 0.95, bottomEdge: -0.4, leading: 0.15, spacing: 1.2, lineHeight: 1.5 };

type Setting = Omit<Script, 'language'>;
const legible: Setting = { direction: 'ltr', fonts: [atkinson, notoSans], ...latinMeasures };
// Atkinson Hyperlegible has no ŵ or ŷ, no İ and no Cyrillic.
const wide: Setting = { direction: 'ltr', fonts: [notoSans], ...latinMeasures };
const arabic: Setting = { direction: 'rtl', fonts: [naskh, notoSans], ...tallMeasures };
const tall = (font: string): Setting => ({ direction: 'ltr', fonts: [font, notoSans], ...tallMeasures });

const scripts: Record<Language, Setting> = {
  en: legible,
  cy: wide,
  pl: legible,
  ro: legible,
  pa: tall('Noto Sans Gurmukhi'),
  ur: { direction: 'rtl', fonts: [nastaliq, notoSans], ...nastaliqMeasures },
  bn: tall('Noto Sans Bengali'),
  gu: tall('Noto Sans Gujarati'),
  ar: arabic,
  so: legible,
  pt: legible,
  es: legible,
  fa: arabic,
  'zh-Hans': { direction: 'ltr', fonts: [hans, notoSans], ...tallMeasures },
  tr: wide,
  uk: wide,
};

const isHeld = (language: string): language is Language => Object.hasOwn(scripts, language);

/** The script of a language, or null when we hold no typeface for it. */
export function scriptOf(language: string): Script | null {
  return isHeld(language) ? { language, ...scripts[language] } : null;
}

/** Codes, numbers and Latin names within words of another script. */
export const latinFonts: readonly string[] = [atkinson, notoSans];

/** Names and addresses, in any language's letter: the widest Latin, Greek and Cyrillic face we have. */
export const addressScript: Script = {
  language: 'en',
  direction: 'ltr',
  fonts: [notoSans],
  ...latinMeasures,
  leading: 0.2,
};
