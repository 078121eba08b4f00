import { expect, test } from 'vitest';
import { languageCodes } from '../language.ts';
import { sayDate, sayDay } from './dates.ts';
import { holesIn, type PhraseKey, phrase, phraseForms, phraseKeys, phraseStatus } from './phrases.ts';

/** Categories that whole numbers under a million fall in: Spanish has "many" for millions alone. */
const neededForms = (language: string) => {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
};

const holes = (text: string) => [...new Set(holesIn(text))].sort();
const others = languageCodes.filter((code) => code !== 'en');

test.each(others)('%s has every phrase, with what English fills in', (language) => {
  for (const key of phraseKeys) {
    const wanted = holes(phraseForms('en', key).other ?? '');
    for (const [category, form] of Object.entries(phraseForms(language, key))) {
      // "Your first answer" needs no number, nor does "your two answers" in Arabic.
      const bare = (category === 'one' || category === 'two') && !form.includes('{count}');
      const needed = bare ? wanted.filter((hole) => hole !== 'count') : wanted;
      expect(form.trim(), `${language} ${key}`).not.toBe('');
      expect(holes(form), `${language} ${key}`).toEqual(needed);
    }
  }
});

test.each(languageCodes)('%s has each form that its numbers ask for, and no other', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  for (const key of phraseKeys) {
    const forms = Object.keys(phraseForms(language, key));
    expect(forms, key).toContain('other');
    expect(pluralCategories, key).toEqual(expect.arrayContaining(forms));
    // A Welsh noun is singular after any number.
    if (forms.length > 1 && language !== 'cy')
      expect(forms, key).toEqual(expect.arrayContaining(neededForms(language)));
  }
});

test('Polish counts as Poles do', () => {
  const left = (count: number) => phrase('pl', 'email.reminder.part', { count });
  expect([1, 3, 5, 22, 25].map((count) => left(count).split('. ').at(-1))).toEqual([
    'Zostało 1 pytanie.',
    'Zostały 3 pytania.',
    'Zostało 5 pytań.',
    'Zostały 22 pytania.',
    'Zostało 25 pytań.',
  ]);
});

test('only English is approved; the rest are drafts that say so', () => {
  expect(languageCodes.filter((code) => phraseStatus(code) === 'approved')).toEqual(['en']);
});

test('a hole is never shown, and what a resident wrote is never taken for one', () => {
  expect(() => phrase('en', 'page.frame.ring')).toThrow('needs {phone}');
  expect(phrase('en', 'page.thanks.last_time', { said: 'fix {this}', did: 'so.' })).toContain('fix {this}');
});

test('dates are said in each language', () => {
  expect(languageCodes.map((code) => sayDay(code, '2026-05-03'))).toEqual([
    '3 May', '3 Mai', '3 maja', '3 mai', '3 ਮਈ', '3 مئی', '3 মে', '3 મે', '3 مايو', '3 Maajo', '3 de maio', '3 de mayo', '3 مه', '5月3日', '3 Mayıs', '3 травня',
  ]);
  expect(sayDate('en', '2026-05-03T10:00:00Z')).toBe('3 May 2026');
});

/** The counts of the screens document, for the example landlord. */
const example = {
  name: 'Millbrook Homes',
  phone: '01632 960123',
  link: 'https://ask.millbrook.uk/s/482109375526',
  site: 'ask.millbrook.uk',
  date: '3 May',
  count: 8,
  minutes: 4,
  min: 1,
  max: 5,
  low: 'very satisfied',
  high: 'very dissatisfied',
};
const lengths: [PhraseKey, number, Record<string, string | number>][] = [
  ['sms.invitation', 156, {}],
  ['sms.invitation_link', 153, {}],
  ['sms.re_ask', 145, {}],
  ['sms.re_ask_last', 145, {}],
  ['sms.stop', 149, {}],
  ['sms.start', 96, {}],
  ['sms.help', 152, {}],
  ['sms.language', 57, { languages: '1 English 2 Cymraeg 3 Polski 4 Urdu' }],
  ['sms.closed', 133, {}],
  ['sms.thanks', 159, { date: '30 June' }],
  ['sms.reminder', 157, {}],
  ['sms.reminder_part', 148, { count: 3 }],
  ['sms.urgent', 145, {}],
  ['sms.not_survey', 124, {}],
  ['sms.fault', 134, {}],
  ['sms.papers', 153, { group: 'Repairs Group', date: '14 May', deadline: '10 May', link: 'h'.repeat(49) }],
];

test.each(lengths)('%s is %i letters for the example landlord', (key, length, values) => {
  expect(phrase('en', key, { ...example, ...values })).toHaveLength(length);
});

test('English texts keep to the letters that cost least', () => {
  const gsm = /^[A-Za-z0-9 \r\n@£$¥!"#%&'()*+,\-./:;<=>?_{}]*$/;
  for (const key of phraseKeys.filter((one) => one.startsWith('sms.'))) {
    for (const form of Object.values(phraseForms('en', key))) expect(form, key).toMatch(gsm);
  }
});

test('no phrase says what a resident must not be told', () => {
  for (const key of phraseKeys) {
    for (const form of Object.values(phraseForms('en', key))) {
      expect(form, key).not.toMatch(/\b(invalid|token|expired|session|error 500)\b/i);
    }
  }
});
