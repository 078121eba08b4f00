import { expect, test } from 'vitest';
import { type Language, languageCodes } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import { fold, holdsWord, isReserved, isWord, isWordIn, numberWord, type WordGroup, wordsOf } from './words.ts';

test.each([
  'STOP',
  'stop.',
  'Unsubscribe',
  'OPT-OUT',
  'start',
  'Help',
  'INFO',
  'skip',
  'Back',
  'language',
  'DONE',
  'HEPGOR',
  'pomiń',
  'چھوڑیں',
])('%s may not be an answer', (word) => {
  expect(isReserved(word)).toBe(true);
});

test.each(['Yes', 'Very clean', 'Stop the noise', '1', ''])('"%s" may', (word) => {
  expect(isReserved(word)).toBe(false);
});

/** The words our own texts tell people to send, to skip, to end a written answer, to go back, to change language; and seven. */
const told: Record<Language, readonly [string, string, string, string, string]> = {
  en: ['SKIP', 'DONE', 'BACK', 'LANGUAGE', 'seven'],
  cy: ['HEPGOR', 'GORFFEN', 'NOL', 'IAITH', 'saith'],
  pl: ['POMIŃ', 'GOTOWE', 'WSTECZ', 'JĘZYK', 'siedem'],
  ro: ['OMITE', 'GATA', 'INAPOI', 'LIMBA', 'șapte'],
  pa: ['ਛੱਡੋ', 'ਪੂਰਾ', 'ਪਿੱਛੇ', 'ਭਾਸ਼ਾ', 'ਸੱਤ'],
  ur: ['چھوڑیں', 'مکمل', 'واپس', 'زبان', 'سات'],
  bn: ['বাদ', 'শেষ', 'পেছনে', 'ভাষা', 'সাত'],
  gu: ['છોડો', 'પૂરું', 'પાછળ', 'ભાષા', 'સાત'],
  ar: ['تخطي', 'تم', 'رجوع', 'لغة', 'سبعة'],
  so: ['DHAAF', 'DHAMMAAD', 'DIB', 'LUQAD', 'toddoba'],
  pt: ['SALTAR', 'FEITO', 'VOLTAR', 'LINGUA', 'sete'],
  es: ['SALTAR', 'LISTO', 'VOLVER', 'IDIOMA', 'siete'],
  fa: ['بعدی', 'پایان', 'قبلی', 'زبان', 'هفت'],
  'zh-Hans': ['跳过', '完成', '返回', '语言', '七'],
  tr: ['ATLA', 'BİTTİ', 'GERİ', 'DİL', 'yedi'],
  uk: ['ДАЛІ', 'ГОТОВО', 'НАЗАД', 'МОВА', 'сім'],
};

test.each(languageCodes)('in %s we understand the words we tell people to send', (language) => {
  const [skip, done, back, tongue] = told[language];
  const help = phrase(language, 'sms.help', { name: '', phone: '' });
  expect(phrase(language, 'sms.or_skip', { instruction: '' })).toContain(skip);
  expect(phrase(language, 'sms.written', { phone: '' })).toContain(done);
  for (const word of [back, tongue, 'STOP']) expect(help).toContain(word);
  const groups: [WordGroup, string][] = [
    ['skip', skip],
    ['done', done],
    ['back', back],
    ['language', tongue],
    ['stop', 'STOP'],
  ];
  for (const [group, word] of groups) expect(isWord(group, fold(word)), word).toBe(true);
});

test.each(languageCodes)('in %s each number from 0 to 10 has one word', (language) => {
  expect(numberWord(language, fold(told[language][4]))).toBe(7);
  expect(numberWord(language, 'ten')).toBe(10);
  expect(numberWord(language, 'eleventy')).toBeNull();
});

/** Groups whose words act by themselves: one word that meant two of them would do the wrong thing. */
const acting = ['stop', 'start', 'help', 'skip', 'back', 'language', 'done'] as const;

test('no word acts in two ways, in any two languages', () => {
  const clashes = acting.flatMap((group, at) =>
    wordsOf(group).filter((word) => acting.slice(at + 1).some((other) => isWord(other, word))),
  );
  expect(clashes).toEqual([]);
  const yesAndNo = languageCodes.flatMap((code) => wordsOf('yes', code).filter((word) => isWordIn('no', code, word)));
  expect(yesAndNo).toEqual([]);
});

test('vowel signs of the scripts of India are letters, and Chinese words are found without spaces', () => {
  expect(fold('বিরক্ত')).not.toBe(fold('বরকত'));
  expect(isWord('danger', fold('বিরক্ত'))).toBe(false);
  expect(holdsWord('danger', fold('厨房着火了'))).toBe(true);
  expect(fold('Isınma')).toBe('isinma');
});

test('case, accents, apostrophes, punctuation and keyboards do not matter', () => {
  expect(fold('  Don’t KNOW!! ')).toBe('dont know');
  expect(fold('Pomiń, ŁÓDŹ')).toBe('pomin lodz');
  expect(fold('جي')).toBe(fold('جی'));
  expect(fold('٣ ３ ३')).toBe('3 3 3');
});
