/** Words that begin every list of passwords tried by a guesser. */
const common = [
  'password', 'passw0rd', 'letmein', 'welcome', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'zxcvbnm', 'iloveyou', 'football',
  'liverpool', 'arsenal', 'chelsea', 'monkey', 'dragon', 'sunshine', 'princess', 'admin', 'administrator', 'changeme',
  'secret', 'trustno1', 'abc123', 'abcdefgh', '1234567890', '123456789', '12345678', '123456', '12345', '1234', '0987654321',
  'housing', 'landlord', 'tenant', 'resident', 'earshot', 'survey', 'summer', 'winter', 'spring', 'autumn',
]; // biome-ignore format: a list
const shortestName = 3;
/** What must be left when names and common words are taken out, and how many different letters the whole has. */
const least = { left: 6, different: 5 } as const;

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (names: readonly string[]) =>
  names
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(plain)
    .filter((word) => word.length >= shortestName);

/**
 * True when a password leans on a name around it or on words that everybody uses, so that little of its own is left.
 * There are no rules on which kinds of letters it has: they make passwords worse.
 */
export function isWeak(password: string, names: readonly string[]): boolean {
  const known = [...wordsOf(names), ...common].toSorted((a, b) => b.length - a.length);
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), plain(password));
  return left.length < least.left || new Set(password).size < least.different;
}
