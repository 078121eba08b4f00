import { type Format, formatCodes } from '../../surveys/format.ts';
import { type ComfortLevel, comfortLevels, type Topic, topics } from '../../surveys/groups/interests.ts';
import { type Language, languages } from '../../surveys/language.ts';
import type { Say } from './frame.ts';

/** R5: how we reach one resident. Phone and email are masked before they come here. */
export interface PreferencesData {
  action: string;
  language: Language;
  format: Format;
  preferredChannel: PreferredChannel | null;
  comfort: ComfortLevel | null;
  topics: readonly Topic[];
  /** Ways we may use, by purpose. */
  ways: Readonly<Record<StopPurpose, readonly AllowedWay[]>>;
  mobile: string | null;
  email: string | null;
  /** New ones that they have still to confirm. */
  waiting: Readonly<Record<AddressRow, string | null>>;
  pausedUntil: string | null;
  stopped: readonly StopPurpose[];
  /** Somebody who shares the number texted STOP from it. */
  numberStopped: boolean;
  saved: Saved | null;
  /** What is wrong, with the id of the box it speaks of. */
  error: { words: string; anchor: string } | null;
  /** What was typed where that was not taken. */
  typed: string;
  today: string;
}

/** The row just saved, with the words that say so. */
export interface Saved {
  row: PreferenceRow;
  words: string;
}

export const preferredChannels = ['sms', 'email', 'post'] as const;
export type PreferredChannel = (typeof preferredChannels)[number];
/** Ways we may use or not: ringing is one, though nobody is written to by it. */
export const allowedWays = [...preferredChannels, 'telephone'] as const;
export type AllowedWay = (typeof allowedWays)[number];
export const stopPurposes = ['research', 'service', 'marketing'] as const;
export type StopPurpose = (typeof stopPurposes)[number];

/** Rows of one choice. */
export const choiceRows = ['language', 'format', 'channel', 'comfort'] as const;
export type ChoiceRow = (typeof choiceRows)[number];
/** Rows that change only once they are confirmed there. */
export const addressRows = ['mobile', 'email'] as const;
export type AddressRow = (typeof addressRows)[number];
/** Every row, in the order shown. */
export const preferenceRows = [
  'language',
  'format',
  'channel',
  'ways',
  'mobile',
  'email',
  'topics',
  'comfort',
] as const;
export type PreferenceRow = (typeof preferenceRows)[number];

export interface Choice {
  value: string;
  words: string;
  about?: string;
  lang?: Language;
}

const choicesOf: Record<ChoiceRow, (say: Say, offered: readonly Language[]) => Choice[]> = {
  language: (_say, offered) => offered.map((code) => ({ value: code, words: languages[code].name, lang: code })),
  format: (say) => formatCodes.map((code) => ({ value: code, words: say(`format.${code}`) })),
  channel: (say) => preferredChannels.map((code) => ({ value: code, words: say(`channel.${code}`) })),
  comfort: (say) =>
    comfortLevels.map((level) => ({
      value: String(level),
      words: say(`comfort.${level}`),
      about: say(`comfort.${level}.about`),
    })),
};

/** The choices of a row. */
export const choices = (say: Say, row: ChoiceRow, offered: readonly Language[]): Choice[] =>
  choicesOf[row](say, offered);

/** What is chosen now. */
export const chosen = (row: ChoiceRow, data: PreferencesData): string =>
  ({
    language: data.language,
    format: data.format,
    channel: data.preferredChannel ?? '',
    comfort: String(data.comfort ?? ''),
  })[row];

const listed = (say: Say, words: readonly string[]) =>
  words.length === 0 ? say('page.preferences.none') : words.join(', ');

const waysLine = (say: Say, { ways }: PreferencesData, purpose: StopPurpose) =>
  `${say(`page.preferences.stop_${purpose}`)}: ${listed(
    say,
    ways[purpose].map((channel) => say(`channel.${channel}`)),
  )}`;

const addressLines = (say: Say, row: AddressRow, { waiting, ...data }: PreferencesData): string[] => {
  const wish = waiting[row];
  return [
    data[row] ?? say('page.preferences.none'),
    ...(wish ? [say('page.preferences.waiting', { address: wish })] : []),
  ];
};

/** What a row says now, in one line or several. */
export function rowLines(say: Say, row: PreferenceRow, data: PreferencesData): string[] {
  if (row === 'ways') return stopPurposes.map((purpose) => waysLine(say, data, purpose));
  if (row === 'topics')
    return [
      listed(
        say,
        topics.filter((topic) => data.topics.includes(topic)).map((topic) => say(`topic.${topic}`)),
      ),
    ];
  if (row === 'mobile' || row === 'email') return addressLines(say, row, data);
  const all = choices(say, row, Object.keys(languages) as Language[]);
  return [all.find(({ value }) => value === chosen(row, data))?.words ?? say('page.preferences.none')];
}
