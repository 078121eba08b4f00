/** Typographic characters and the plain ones that say the same. No letter of any language is here. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032`]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/\u2028|\u2029|\r\n?/g, '\n'],
  [/[\u200b\u2060\ufeff\u00ad]/g, ''],
];

/** Joiners and direction marks shape Arabic and Indic words and join emoji, so they go only where none of those stand. */
const shaping = /[\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g;
const shaped = /[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufeff]|\p{Extended_Pictographic}/u;

/** Writes a text with the plainest characters that say the same, so that it does not cost more than it must. */
export function cleanText(text: string): string {
  const cleaned = plain.reduce((words, [pattern, replacement]) => words.replace(pattern, replacement), text);
  return shaped.test(cleaned) ? cleaned : cleaned.replace(shaping, '');
}
