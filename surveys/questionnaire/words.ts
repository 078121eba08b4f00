/** What the words of a questionnaire may hold: plain text, and the names of the few things we fill in. */
import type { Problem, Texts } from './types.ts';

/** Filled in when the words are shown. */
export const placeholders = ['landlord'] as const;

const markup = /<\/?[a-z!][^>]*>?|&[a-z]+;|&#x?[0-9a-f]+;/i;
const braces = /\{([^{}]*)\}/g;

function problemsOf(language: string, key: string, text: string): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, sentence: string) => problems.push({ code, where: key, sentence });
  if (markup.test(text)) {
    say('html', `The ${language} words "${key}" hold web page code. Only plain words can be shown in every way.`);
  }
  for (const [, name] of text.matchAll(braces)) {
    if (!placeholders.some((known) => known === name)) {
      say('unknown_placeholder', `The ${language} words "${key}" hold {${name}}. We can only fill in {landlord}.`);
    }
  }
  return problems;
}

/** A problem for each text that holds HTML or something we cannot fill in. */
export const wordProblems = (language: string, texts: Texts): Problem[] =>
  Object.entries(texts).flatMap(([key, text]) => problemsOf(language, key, text));

/** Puts values in the place of `{name}`; a name without a value is left as it stands. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(braces, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
