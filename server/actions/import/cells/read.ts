import { z } from 'zod';
import { postcodeOf } from '../../../../channels/post/address.ts';
import type { Nation } from '../../../../surveys/fieldwork/bank-holidays.ts';
import { isProfileField, type ProfileField } from '../../../../surveys/profiles/lists.ts';
import { readProfileCode } from '../../../../surveys/profiles/read-code.ts';
import type { Field } from '../fields.ts';
import { blank, type Cell, fault, type Reader, saysNothing, value, words } from './cell.ts';
import { readDate } from './date.ts';
import { language } from './language.ts';
import { readPhone } from './phone.ts';
import { accessNeeds, code, format, leftReason, needsType, preferredChannel, rentType, role, tenure } from './words.ts';

const emailAddress = z.email().max(254);

/** "mailto:", angle brackets and a full stop behind are taken off. */
const email: Reader = (text) => {
  const bare = text
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/[.,;\s]+$/, '')
    .replace(/^'/, '');
  if (!/^[\w.+-]+@[\w.-]+\.\w{2,}$/.test(bare) || bare.includes('..')) {
    if (!emailAddress.safeParse(bare).success) return fault(`${text} is not an email address, like name@example.org.`);
  }
  return value(bare.toLowerCase(), bare === text ? undefined : `read as ${bare.toLowerCase()}`);
};

/** Usual postcodes, known in one look; the rest (BFPO, odd signs between) goes the longer way. */
const usualPostcode = /^([A-Z]{1,2}\d[A-Z\d]?) (\d[ABD-HJLNP-UW-Z]{2})$/;
const postcode: Reader = (text) => {
  const read = usualPostcode.test(text) ? text : postcodeOf(text.replace(/[^A-Za-z\d/]/g, ''));
  return read === null ? fault(`${text} is not whole.`) : value(read);
};

const uprn: Reader = (text) => {
  const digits = text.replace(/\.0+$/, '');
  if (/e\+?\d+$/i.test(text))
    return fault(`${text} was cut short by the spreadsheet. Format the column as text and export it again.`);
  return /^\d{1,12}$/.test(digits)
    ? value(digits.replace(/^0+(?=\d)/, ''))
    : fault(`${text} is not a UPRN: up to 12 numbers.`);
};

/** Housing systems write this day where they know none. */
const noBirthday = '1900-01-01';
const birth = (today: string): Reader => {
  const oldest = `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`;
  return (text) => {
    const read = readDate(text);
    if (!('value' in read)) return read;
    if (read.value === noBirthday) return blank;
    if (read.value > today) return fault(`${text} is still to come.`);
    return read.value < oldest ? fault(`${text} is more than 120 years ago.`) : read;
  };
};

/** How each field is read; those not named here are plain words. */
const readers: Partial<Record<Field, Reader>> = {
  phone: readPhone,
  phone2: readPhone,
  email,
  postcode,
  correspondencePostcode: postcode,
  uprn,
  language,
  format,
  tenancyStart: readDate,
  leftOn: readDate,
  leftReason,
  role,
  preferredChannel,
  accessNeeds,
  tenure,
  needsType,
  rentType,
  propertyType: code,
};

/** People may be called so. */
const names = new Set<Field>(['givenName', 'familyName', 'fullName', 'leftReason']);

/** What somebody says of themselves, by the lists of the nation; CORE's codes too. */
const profile =
  (field: ProfileField, nation: Nation): Reader =>
  (text) => {
    const read = readProfileCode(field, text, nation);
    if ('fault' in read) return fault(read.fault);
    return read.code === null ? blank : value(read.code);
  };

/** The day and the place a file is read in. */
export interface ReadingPlace {
  today: string;
  nation: Nation;
}

/** Reads the cells of one field; cells that say nothing are blank. */
export function readerOf(field: Field, { today, nation }: ReadingPlace): Reader {
  if (isProfileField(field)) return profile(field, nation);
  const read = field === 'dateOfBirth' ? birth(today) : (readers[field] ?? words);
  return names.has(field) ? read : (text): Cell => (saysNothing(text) ? blank : read(text));
}
