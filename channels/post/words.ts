/** A stretch of words set alike. */
export interface Run {
  text: string;
  bold: boolean;
  /** An address of the web or of mail: never broken over two lines, always left to right. */
  whole: boolean;
  /** Latin letters or digits within words of another script: set in a Latin face. */
  latin: boolean;
}

// Left-to-right isolate and its end (Unicode TR9).
const LRI = '\u2066';
const PDI = '\u2069';
const NBSP = '\u00A0';

// Its last part in small letters, so that a sentence with no space after its full stop is not one.
const webOrMail =
  /(https?:\/\/\S*[\w/]|[\w-]+(?:@[\w-]+)?(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])(?::\d+)?(?:\/[\w\-./?=&%#]*[\w/])?)/;
const digitGroups = /(?<![\p{L}\d])\+?\d+(?: \d+)+(?![\p{L}\d])/gu;
// With the spaces round it: those of Nastaliq are too narrow beside Latin letters.
const latinRun =
  /(^ +| +$| ?[+(]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\d'’&@/:.,+\-() ]*[\p{Script=Latin}\d)])? ?)/u;

// Longer than this it cannot stand on one line of large print, so it may break.
const WHOLE_LETTERS = 44;

/** Text to runs. `**bold**` is the only markup; an unclosed `**` stays as written. */
export function runsOf(text: string, direction: 'ltr' | 'rtl'): Run[] {
  return text.split(/\*\*(.+?)\*\*/s).flatMap((part, i) => stretch(part, i % 2 === 1, direction));
}

function stretch(text: string, bold: boolean, direction: 'ltr' | 'rtl'): Run[] {
  return text.split(webOrMail).flatMap((part, i) => {
    const address = i % 2 === 1;
    if (address && part.length <= WHOLE_LETTERS) return [{ text: part, bold, whole: true, latin: true }];
    return direction === 'ltr' ? plain(part, bold) : mixed(part, bold);
  });
}

function plain(text: string, bold: boolean): Run[] {
  return text === '' ? [] : [{ text: joined(text), bold, whole: false, latin: false }];
}

/** Right-to-left words: Latin names and numbers apart, isolated so that they keep their own order. */
function mixed(text: string, bold: boolean): Run[] {
  return text
    .split(latinRun)
    .map((part, i) =>
      i % 2 === 1
        ? { text: isolated(part), bold, whole: false, latin: true }
        : { text: part, bold, whole: false, latin: false },
    )
    .filter((run) => run.text !== '');
}

function isolated(part: string): string {
  return joined(part).replace(/\S(?:.*\S)?/s, (words) => `${LRI}${words}${PDI}`);
}

/** A telephone number or a code stays on one line. */
function joined(text: string): string {
  return text.replace(digitGroups, (digits) => digits.replaceAll(' ', NBSP));
}
