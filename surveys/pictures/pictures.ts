/** Pictures of easy read: simple line drawings of our own, and what each shows in words. */
import type { Language } from '../language.ts';
import drawings from './drawings.json' with { type: 'json' };

export type Drawing = keyof typeof drawings;
export const drawingCodes = Object.keys(drawings) as Drawing[];
export const isDrawing = (code: unknown): code is Drawing => typeof code === 'string' && Object.hasOwn(drawings, code);

/** A picture an officer brought, as the words of an edition name it: `own:` and its id. */
const ownPrefix = 'own:';
export const ownPicture = (id: string): string => `${ownPrefix}${id}`;
export const ownPictureId = (name: string): string | null =>
  name.startsWith(ownPrefix) ? name.slice(ownPrefix.length) : null;

/** What a drawing shows: in Welsh to those who read Welsh, else in English. */
export const drawingAlt = (code: Drawing, language: Language): string =>
  drawings[code][language === 'cy' ? 'cy' : 'en'];

/** On white, so that they read on any colour of page. */
const onWhite = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#fff"/>${inside}</svg>`;

/** A drawing as SVG. */
export const drawingSvg = (code: Drawing): string =>
  onWhite(
    `<g fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${drawings[code].draw}</g>`,
  );

/** A picture file as SVG, fitted within a square. `data` is its bytes as base64. */
export const photographSvg = (type: string, data: string): string =>
  onWhite(`<image width="100" height="100" href="data:${type};base64,${data}"/>`);
