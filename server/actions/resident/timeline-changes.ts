import type { ChangeEntry } from '../../../db/queries/timeline.ts';
import { fieldCodes, fieldName } from '../import/fields.ts';

const labels: Record<string, string> = {
  ...Object.fromEntries(fieldCodes.map((field) => [field, fieldName(field)])),
  status: 'Status',
  phone: 'Mobile',
  preferredChannel: 'Best way',
  comfortLevel: 'How far they want to go',
  format: 'Print size',
};
const label = (field: string) => (labels[field] ?? field).toLowerCase();

const wayWords: Record<string, string> = { sms: 'text', email: 'email', post: 'letter' };
/** What we write to people for, as staff say it. */
export const purposeWords: Record<string, string> = {
  research: 'surveys',
  service: 'groups and papers',
  marketing: 'events and news',
};

type Detail = NonNullable<ChangeEntry['detail']>;
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const purposesOf = (value: unknown) => textsOf(value).map((purpose) => purposeWords[purpose] ?? purpose);
const list = (words: readonly string[]) => words.join(', ');

const isCell = (one: unknown): one is { purpose: string; channel: string; allowed: boolean } =>
  typeof one === 'object' && one !== null && 'purpose' in one && 'channel' in one && 'allowed' in one;

const cellWords = ({ purpose, channel, allowed }: { purpose: string; channel: string; allowed: boolean }) =>
  `${allowed ? 'yes' : 'no'} to ${purposeWords[purpose] ?? purpose} by ${wayWords[channel] ?? channel}`;

const permits = ({ changed }: Detail) =>
  `set what they allow: ${list((Array.isArray(changed) ? changed : []).filter(isCell).map(cellWords))}`;

function stops({ stop, start }: Detail): string {
  const [off, on] = [purposesOf(stop), purposesOf(start)];
  const said = [off.length > 0 ? `stopped ${list(off)}` : '', on.length > 0 ? `wants ${list(on)}` : ''];
  return said.filter(Boolean).join('; ') || 'looked at what is stopped';
}

const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : 'a day');

const verbs: Record<string, (detail: Detail) => string> = {
  'resident.do_not_contact': () => 'put them on the do-not-contact list',
  'resident.contact_again': () => 'took them off the do-not-contact list',
  'resident.stop': stops,
  'resident.pause': ({ until }) => `takes a break until ${day(until)}`,
  'resident.resume': () => 'ended the break',
  'resident.permit': permits,
  'resident.topics': ({ topics }) =>
    `chose topics: ${list(textsOf(topics).map((topic) => topic.replaceAll('_', ' '))) || 'none'}`,
  'resident.ask_address': ({ field }) => `asked us to use a new ${label(String(field))}, to be confirmed`,
  'resident.keep_address': ({ field }) => `kept the old ${label(String(field))}`,
  'profile.read': () => 'looked at the profile',
  'profile.change': () => 'changed the profile',
  'group.join': () => 'added them to a group',
  'group.leave': () => 'took them out of a group',
  'group.pause': () => 'paused their membership of a group',
  'group.resume': () => 'ended the pause of their membership',
  'group.term': () => 'set the term of their membership',
  'interests.change': () => 'changed what they are interested in',
  'event.reply': () => 'answered an invitation',
  'referral.make': () => 'referred them to take part',
  'referral.decide': () => 'said what came of the referral',
  'join_request.match': () => 'matched what they sent us on the page to join',
};

const groupVerbs: Record<string, string> = { 'group.join': 'added them to', 'group.leave': 'took them out of' };

/** What a file of residents did to somebody, by the kind of its row. */
const byFile: Record<string, (fields: readonly string[]) => string> = {
  new: () => 'brought them in',
  left: () => 'marked that they have left',
  changed: (fields) => `changed ${list(fields.map(label)) || 'their home'}`,
};

/** Who changed what, in a sentence; a change of ours in the console or theirs on their own page. */
export function changeSentence({ actorName, action, fields, detail, group }: ChangeEntry): string {
  const reason = typeof detail?.reason === 'string' && detail.reason !== '' ? `: ${detail.reason}` : '';
  if (action === 'resident.import')
    return `${actorName} ${byFile[String(detail?.kind)]?.(fields) ?? 'brought them in'}, by the file ${String(detail?.filename)}.`;
  const inGroup = group === null ? undefined : groupVerbs[action];
  if (inGroup) return `${actorName} ${inGroup} ${group}${reason}.`;
  if (fields.length > 0) return `${actorName} changed ${list(fields.map(label))}${reason}.`;
  return `${actorName} ${verbs[action]?.(detail ?? {}) ?? action.replaceAll(/[._]/g, ' ')}${reason}.`;
}
