const titles =
  /^(?:mr|mrs|miss|ms|mx|master|dr|rev|revd|reverend|sir|dame|lord|lady|prof|professor|cllr|fr|imam|pastor)\.?$/i;
/** Two people in one cell: "Mr and Mrs Khan", "Mr J & Mrs N Khan". */
const two = /\s(?:&|and)\s/i;

/** A whole name in its parts; null when it names two people. */
export interface NameParts {
  title?: string;
  givenName?: string;
  familyName?: string;
}

const filled = (parts: NameParts): NameParts =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''));

/** Splits "Mrs Nadia Khan", "KHAN, Nadia (Mrs)" and "Khan Mrs N". A last word is the family name. */
export function splitName(text: string): NameParts | null {
  if (two.test(text)) return null;
  const [before = '', after] = text.replace(/[()]/g, ' ').split(',', 2);
  const wordsOf = (part: string) => part.split(/\s+/).filter(Boolean);
  const all = [...wordsOf(before), ...wordsOf(after ?? '')];
  const title = all.find((word) => titles.test(word));
  const names = (part: string) => wordsOf(part).filter((word) => !titles.test(word));
  if (after !== undefined)
    return filled({ title, givenName: names(after).join(' '), familyName: names(before).join(' ') });
  const rest = names(text.replace(/[()]/g, ' '));
  return filled({ title, givenName: rest.slice(0, -1).join(' '), familyName: rest.at(-1) });
}
