import { type PhoneNumber, readNumber } from '../../../../channels/sms/number.ts';
import { blank, type Cell, fault, saysNothing, value } from './cell.ts';

// About three in a hundred of the numbers that landlords hold are malformed and can be recovered.

/** Words for "has no telephone", and digits that nobody has. */
const noNumber = /^(?:no (?:phone|mobile|number|tel\w*)|ex ?-?dir\w*|withheld|refused|x+|([0-9])\1{4,}|0+)$/i;

/** What a spreadsheet made of a number when its column was narrow: whole only when no digit is missing. */
function fromScientific(text: string): string | null {
  const [, first = '', rest = '', power = ''] = /^(\d)(?:\.(\d+))?e\+?(\d+)$/i.exec(text) ?? [];
  return first !== '' && rest.length === Number(power) ? first + rest : null;
}

/** Letters that were typed for digits, in runs that are digits otherwise. */
const mistyped = (text: string) =>
  text.replace(/[\doOlI][\doOlI\s]{8,}/g, (run) =>
    (run.match(/\d/g)?.length ?? 0) >= 5 ? run.replace(/o/gi, '0').replace(/[lI]/g, '1') : run,
  );

/** Two numbers in one cell stand apart by a sign, a word, or nothing but that each begins anew. */
function parts(text: string): string[] {
  const apart = text
    .split(/[/,;&|\n]|\b(?:or|and)\b/i)
    .map((one) => one.replace(/(?:ext|x)\.?\s*\d+\s*$/i, ''))
    .map((one) => one.replace(/\((?!0\))[^)\d]*\)|[\p{L}'’`"]+[:.]?/gu, ' ').trim())
    .filter((one) => /\d/.test(one));
  return apart.flatMap((one) => {
    const digits = one.replace(/\D/g, '');
    const twice = /^(0\d{10})(0\d{10})$/.exec(digits);
    return twice ? [twice[1] ?? '', twice[2] ?? ''] : [one];
  });
}

/** Whether the cell held just this number, in any usual writing. */
function isPlain(text: string, { number }: PhoneNumber): boolean {
  const compact = text.replace(/\(0\)|[\s().-]/g, '');
  return `0${number.slice(3)}` === compact || number === compact.replace(/^00/, '+');
}

function howRead(text: string, found: readonly PhoneNumber[], cut: boolean): string | undefined {
  const [first] = found;
  if (first === undefined || isPlain(text, first)) return undefined;
  if (found.length > 1) return `read as ${first.number}, the first of ${found.length} numbers that can be used`;
  if (cut) return `read as ${first.number}, whole although the spreadsheet shortened it`;
  if (/\p{L}/u.test(text)) return `read as ${first.number}, words left out`;
  return `read as ${first.number}`;
}

const digitsOf = (text: string) => text.replace(/\D/g, '').length;

function whyNot(text: string): string {
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text))
    return `${text} was cut short by the spreadsheet. Format the column as text and export it again.`;
  const digits = digitsOf(text);
  if (digits < 10) return `${text} is too short. A mobile has 11 numbers.`;
  return digits > 13
    ? `${text} is too long. Give one number. A mobile has 11.`
    : `${text} is not a number that exists.`;
}

/** The numbers of a cell, those that can be texted first. */
export function numbersIn(text: string): PhoneNumber[] {
  const found = parts(mistyped(text)).flatMap((part) => readNumber(part) ?? []);
  return found.toSorted((a, b) => Number(b.mobile) - Number(a.mobile));
}

/** Reads a telephone number as E.164, and recovers what can be recovered. */
export function readPhone(written: string): Cell {
  const text = written
    .replace(/^['’]+/, '')
    .replace(/^(\d{9,})\.0+$/, '$1')
    .trim();
  if (text === '' || saysNothing(text) || noNumber.test(text.replace(/\s/g, ' '))) return blank;
  if (/^[=@]/.test(text)) return fault(`"${text.slice(0, 20)}" starts like a formula. Take the first sign away.`);
  const whole = readNumber(text);
  const cut = whole === null ? fromScientific(text.replace(/\s/g, '')) : null;
  const found = whole ? [whole] : numbersIn(cut ?? text);
  return found[0] ? value(found[0].number, howRead(text, found, cut !== null)) : fault(whyNot(text));
}
