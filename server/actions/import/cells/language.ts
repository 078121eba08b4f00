import { languages } from '../../../../surveys/language.ts';
import { fault, type Reader, value } from './cell.ts';
import others from './languages.json' with { type: 'json' };

const ours = Object.entries(languages).flatMap(([code, { name, english }]) => [
  [name.toLowerCase(), code],
  [english.toLowerCase(), code],
]);
const byName = new Map<string, string>(
  [...Object.entries(others), ...ours].map(([name, code]) => [String(name), String(code)]),
);
const codes = new Map([...byName.values(), ...Object.keys(languages)].map((code) => [code.toLowerCase(), code]));

/** Reads a language by its name or code. One we cannot write in yet is kept all the same, so that it can be counted; letters fall back. */
export const language: Reader = (text) => {
  const asked = text
    .toLowerCase()
    .replace(/[-_](gb|uk)$/, '')
    .trim();
  const found = byName.get(asked) ?? codes.get(asked);
  return found === undefined
    ? fault(`"${text}" is not a language we know. Write its English name, like Urdu.`)
    : value(found);
};
