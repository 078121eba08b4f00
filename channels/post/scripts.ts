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

const scripts: Record<string, Omit<Script, 'language'>> = {
  en: { direction: 'ltr', fonts: [atkinson, notoSans], ...latinMeasures },
  pl: { direction: 'ltr', fonts: [atkinson, notoSans], ...latinMeasures },
  // Atkinson Hyperlegible has no ŵ or ŷ.
  cy: { direction: 'ltr', fonts: [notoSans], ...latinMeasures },
  ur: { direction: 'rtl', fonts: [nastaliq, notoSans], ...nastaliqMeasures },
};

/** The script of a language, or null when we hold no typeface for it. */
export function scriptOf(language: string): Script | null {
  const script = scripts[language];
  return script ? { language, ...script } : null;
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
