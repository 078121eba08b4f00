import { blank, type Cell, choice, coded, fault, type Reader, value, words } from './cell.ts';

/** Word lists of cells, as data: what stands left of the colon is read as the code right of it. */

export const format: Reader = choice({
  standard: 'standard',
  normal: 'standard',
  '14': 'standard',
  '14pt': 'standard',
  '14 point': 'standard',
  large: 'large',
  'large print': 'large',
  lp: 'large',
  '18': 'large',
  '18pt': 'large',
  '18 point': 'large',
  giant: 'giant',
  'giant print': 'giant',
  'extra large': 'giant',
  'extra large print': 'giant',
  'very large print': 'giant',
  gp: 'giant',
  '24': 'giant',
  '24pt': 'giant',
  '24 point': 'giant',
  '28': 'giant',
  '28pt': 'giant',
  '28 point': 'giant',
  easy_read: 'easy_read',
  'easy read': 'easy_read',
  'easy-read': 'easy_read',
  easyread: 'easy_read',
  pictures: 'easy_read',
  'easy words': 'easy_read',
  braille: 'braille',
  brl: 'braille',
  'braille grade 1': 'braille',
  'uncontracted braille': 'braille',
  audio: 'audio',
  cd: 'audio',
  'audio cd': 'audio',
  tape: 'audio',
  mp3: 'audio',
  recording: 'audio',
  spoken: 'audio',
});

export const preferredChannel: Reader = choice({
  sms: 'sms',
  text: 'sms',
  'text message': 'sms',
  mobile: 'sms',
  email: 'email',
  'e-mail': 'email',
  post: 'post',
  letter: 'post',
  mail: 'post',
});

const tenures: Readonly<Record<string, string>> = {
  gn: 'general_needs',
  general: 'general_needs',
  lh: 'leaseholder',
  leasehold: 'leaseholder',
  so: 'shared_ownership',
  shared_owner: 'shared_ownership',
  supported_housing: 'supported',
};

/** Tenures as codes; any word will do, for landlords have their own. */
export const tenure: Reader = (text) => {
  const read = words(text);
  if (!('value' in read)) return read;
  const code = coded(text);
  return value(tenures[code] ?? code);
};

export const code: Reader = (text) => {
  const read = words(text);
  return 'value' in read ? value(coded(text)) : read;
};

/** CORE's code list of lettings: 1 and 2, or their words. */
export const needsType: Reader = choice({
  '1': 'general_needs',
  'general needs': 'general_needs',
  '2': 'supported',
  'supported housing': 'supported',
});

/** The same for rents. */
export const rentType: Reader = choice({
  '0': 'social_rent',
  'social rent': 'social_rent',
  '1': 'affordable_rent',
  'affordable rent': 'affordable_rent',
  '2': 'london_affordable_rent',
  'london affordable rent': 'london_affordable_rent',
  '3': 'rent_to_buy',
  'rent to buy': 'rent_to_buy',
  '4': 'london_living_rent',
  'london living rent': 'london_living_rent',
  '5': 'intermediate_rent',
  'other intermediate rent product': 'intermediate_rent',
  '6': 'specified_accommodation',
  'specified accommodation': 'specified_accommodation',
});

const no = /^(?:n|no|false|0)$/i;
const died = /dece?ased|died|death|dead|^(?:y|yes|true|1)$/i;

/** Why somebody left: a death, or anything else, which is a move. */
export const leftReason: Reader = (text) => (no.test(text) ? blank : value(died.test(text) ? 'died' : 'moved'));

const tenants = /^(?:tenant|main|main tenant|lead tenant|sole tenant|first tenant|n|no|leaseholder)$/i;

/** Somebody's part in a household. Who is neither tenant nor joint tenant lives there too. */
export const role: Reader = (text) => {
  if (tenants.test(text)) return value('tenant');
  return value(/joint|second tenant|^(?:y|yes)$/i.test(text) ? 'joint_tenant' : 'occupier');
};

/** The Communication Adjustment group of HACT's Person Alert Codes, which is all of them that surveys need. */
const communication: Readonly<Record<string, string>> = {
  '01': 'limited_reading',
  '02': 'processing_delay',
  '03': 'uses_aac',
  '04': 'speech_impairment',
  '05': 'stammer',
  '06': 'email_only',
  '07': 'structured_contact',
  '08': 'large_print_or_visual_aids',
  '09': 'sign_language',
  '10': 'braille_or_tactile',
  '11': 'translation',
  '12': 'assistive_technology',
};
const needs = new Set(Object.values(communication));
/** Alerts of other groups (medical, risk and so on) are not for surveys: they are left in the file. */
const otherAlert = /^(?:MED|PREG|MH|AGE|RISK|SAF)\b|^(?:MED|PREG|MH|AGE|RISK|SAF)\d/i;

/** Access needs, several in a cell, joined by semicolons; other alert codes are left out. */
export const accessNeeds: Reader = (text): Cell => {
  const found = new Set<string>();
  for (const one of text.split(/[;,|]/).map((part) => part.trim())) {
    if (one === '' || otherAlert.test(one)) continue;
    const need = communication[/^COMM1?\.?(\d\d)$/i.exec(one)?.[1] ?? ''] ?? coded(one);
    if (!needs.has(need))
      return fault(`"${one}" is not one we know. Use codes COMM1.01 to COMM1.12 of the Person Alert Codes.`);
    found.add(need);
  }
  return found.size === 0 ? blank : value([...found].toSorted().join(';'));
};
