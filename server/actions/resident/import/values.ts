import { z } from 'zod';
import { readNumber } from '../../../../channels/sms/number.ts';
import { isFormat } from '../../../../surveys/format.ts';
import { isLanguage, languages } from '../../../../surveys/language.ts';
import type { Field } from './columns.ts';

/** What a cell was read as, or why it cannot be used, in words that follow the name of its column. */
export type Cell = { value: string } | { fault: string };
type Reader = (text: string) => Cell;

const value = (text: string): Cell => ({ value: text });
const fault = (words: string): Cell => ({ fault: words });

const maxLetters = 200;

/** A spreadsheet runs what starts with one of these; a name or an address never does. */
const formula = /^[=@+\-\t\r]/;

const words: Reader = (text) => {
  if (formula.test(text)) return fault(`"${text.slice(0, 20)}" starts like a formula. Take the first sign away.`);
  return text.length > maxLetters ? fault(`has ${text.length} letters. We can keep ${maxLetters}.`) : value(text);
};

const digitsOf = (text: string) => text.replace(/\D/g, '').length;

const phone: Reader = (text) => {
  const read = readNumber(text);
  if (read) return value(read.number);
  const digits = digitsOf(text);
  if (/e\+?\d+$/i.test(text))
    return fault(`${text} was cut short by the spreadsheet. Format the column as text and export it again.`);
  if (digits < 10) return fault(`${text} is too short. A mobile has 11 numbers.`);
  return fault(
    digits > 13 ? `${text} is too long. Give one number. A mobile has 11.` : `${text} is not a number that exists.`,
  );
};

const email: Reader = (text) =>
  z.email().max(254).safeParse(text).success
    ? value(text.toLowerCase())
    : fault(`${text} is not an email address, like name@example.org.`);

const isRealDate = (iso: string) => {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
};

/** Day, month, year as Britain writes them, or year first as machines do. */
const written = /^(?:(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[ T]00:00(?::00)?.*)?$/;

const date: Reader = (text) => {
  const [, day, month, year, isoYear, isoMonth, isoDay] = written.exec(text) ?? [];
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const iso = isoYear ? `${isoYear}-${isoMonth}-${isoDay}` : `${year}-${pad(month)}-${pad(day)}`;
  if (!year && !isoYear) return fault(`${text} is not a date. Write day, month and year, like 31/01/1980.`);
  return isRealDate(iso) ? value(iso) : fault(`${text} is not a real date.`);
};

const wholePostcode = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/;
const postcode: Reader = (text) => {
  const parts = wholePostcode.exec(text.toUpperCase().replace(/\s+/g, ''));
  return parts ? value(`${parts[1]} ${parts[2]}`) : fault(`${text} is not whole.`);
};

/** Words that mean one of our codes; each other word is refused with the ones we know. */
function choice(known: Record<string, string>): Reader {
  const shown = [...new Set(Object.values(known))].join(', ');
  return (text) => {
    const code = known[text.toLowerCase().trim()];
    return code === undefined ? fault(`"${text}" is not one we know. Use ${shown}.`) : value(code);
  };
}

const language: Reader = (text) => {
  const asked = text.toLowerCase();
  const named = Object.entries(languages).find(([, { name, english }]) =>
    [name.toLowerCase(), english.toLowerCase()].includes(asked),
  );
  if (isLanguage(asked) || named) return value(named?.[0] ?? asked);
  return fault(
    `"${text}" is not a language we write in yet. Use ${Object.values(languages)
      .map((one) => one.english)
      .join(', ')}.`,
  );
};

const formats: Record<string, string> = {
  standard: 'standard',
  normal: 'standard',
  '14': 'standard',
  '14pt': 'standard',
  large: 'large',
  'large print': 'large',
  '18': 'large',
  '18pt': 'large',
};
const channels: Record<string, string> = {
  sms: 'sms',
  text: 'sms',
  mobile: 'sms',
  email: 'email',
  'e-mail': 'email',
  post: 'post',
  letter: 'post',
  mail: 'post',
};
const format: Reader = (text) => (isFormat(text) ? value(text) : choice(formats)(text));

/** Tenures as codes: "General needs" and "general_needs" are one. */
const code: Reader = (text) => {
  const read = words(text);
  return 'fault' in read
    ? read
    : value(
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '_')
          .replace(/^_|_$/g, ''),
      );
};

/** How each field is read; those not named here are plain words. */
const readers: Partial<Record<Field, Reader>> = {
  phone,
  email,
  postcode,
  language,
  format,
  dateOfBirth: date,
  tenancyStart: date,
  preferredChannel: choice(channels),
  tenure: code,
  propertyType: code,
};

/** Reads one cell that is not blank. */
export const readCell = (field: Field, text: string): Cell => (readers[field] ?? words)(text);
