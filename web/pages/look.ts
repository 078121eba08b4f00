import type { Format } from '../../surveys/format.ts';
import { isLanguage, type Language } from '../../surveys/language.ts';

/** How a person likes pages to look: kept in one cookie, `size.colours.language`. */
export interface Look {
  size: Size;
  colours: Colours;
  /** Chosen on a page; null follows the resident's own language. */
  language: Language | null;
}

export const sizes = [100, 125, 150] as const;
export type Size = (typeof sizes)[number];
export const colours = ['plain', 'cream', 'dark', 'yellow'] as const;
export type Colours = (typeof colours)[number];

export const lookCookie = 'look';

/** Who asked for larger print begins with larger words; the switch on the page wins. */
export const startSizes: Partial<Record<Format, Size>> = { large: 125, giant: 150 };

/** The look of somebody who has chosen nothing on a page, and asked for a format of paper. */
export const firstLook = (format: Format): Look => ({
  size: startSizes[format] ?? 100,
  colours: 'plain',
  language: null,
});

/** Reads the cookie; what is not understood is the plain look. */
export function readLook(cookie: string | undefined): Look {
  const [size, colour, language] = (cookie ?? '').split('.');
  return {
    size: sizes.find((each) => String(each) === size) ?? 100,
    colours: colours.find((each) => each === colour) ?? 'plain',
    language: isLanguage(language) ? language : null,
  };
}

export const writeLook = ({ size, colours: colour, language }: Look): string => `${size}.${colour}.${language ?? ''}`;

/** The look after a choice of the form on every page; a value that is not offered changes nothing. */
export function changeLook(look: Look, chosen: Readonly<Record<string, string>>): Look {
  return {
    size: sizes.find((each) => String(each) === chosen.size) ?? look.size,
    colours: colours.find((each) => each === chosen.colours) ?? look.colours,
    language: isLanguage(chosen.language) ? chosen.language : look.language,
  };
}
