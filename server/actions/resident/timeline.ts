import type { ChannelKind } from '../../../channels/channel.ts';
import type { Db } from '../../../db/connect.ts';
import {
  type ChangeEntry,
  type CommentEntry,
  changesOf,
  commentsBy,
  type DeliveryEntry,
  deliveriesTo,
  type FrameEntry,
  framesOf,
  type InboundEntry,
  inboundFrom,
  type ReceiptEntry,
  receiptsOf,
} from '../../../db/queries/timeline.ts';
import { type OutReason, outWords } from '../../../surveys/fieldwork/audience.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { fieldNames } from './import/columns.ts';

/** One thing that happened between a resident and us. */
export interface TimelineEntry {
  at: Date;
  kind: 'delivery' | 'receipt' | 'inbound' | 'frame' | 'answer' | 'change' | 'comment';
  sentence: string;
  next: string | null;
  words: string | null;
  subject: string | null;
  language: string | null;
  dir: 'ltr' | 'rtl' | null;
  channel: ChannelKind | null;
  status: string | null;
  deliveryId: string | null;
}

const bare = {
  next: null,
  words: null,
  subject: null,
  language: null,
  dir: null,
  channel: null,
  status: null,
  deliveryId: null,
};

const nouns: Record<string, string> = { sms: 'Text', email: 'Email', post: 'Letter', web: 'Answer on the web' };
const modes: Record<string, string> = {
  web: 'on the web',
  text: 'by text',
  telephone: 'by telephone',
  paper: 'on paper',
  post: 'by letter',
  email: 'by email',
  in_person: 'in person',
};

/** Statuses of a delivery as sentences about people. */
const standing: Record<string, string> = {
  due: 'waits to be sent',
  claimed: 'is being sent',
  accepted: 'was handed over',
  sent: 'was sent',
  unknown: 'may or may not have gone',
  delivered: 'was delivered',
  failed: 'was not delivered',
  cancelled: 'was not sent',
};

const kinds: Record<string, string> = {
  invitation: 'the invitation',
  reminder: 'a reminder',
  pack: 'the papers',
  event: 'the invitation',
  reply: 'our reply',
  acknowledgement: 'a thank-you',
  confirmation: 'a confirmation',
};

const pence = (cost: number | null) => (cost ? `, ${Math.round(cost * 10) / 10}p` : '');
const parts = (segments: number | null) => (segments && segments > 1 ? `, ${segments} parts` : '');
const languageOf = (code: string) => (isLanguage(code) ? languages[code] : { english: code, dir: 'ltr' as const });

function delivery(one: DeliveryEntry): TimelineEntry {
  const { english, dir } = languageOf(one.language);
  const what = [
    `${nouns[one.channel] ?? one.channel} (${kinds[one.kind] ?? one.kind}${one.about ? `, ${one.about}` : ''})`,
    english,
  ].join(', ');
  const batch = one.batch === null ? '' : `, batch ${one.batch}`;
  const why = one.failReason ? `: ${one.failReason}` : '';
  return {
    at: one.at,
    kind: 'delivery',
    sentence: `${what}${parts(one.segments)}${pence(one.cost)}${batch} ${standing[one.status] ?? one.status}${why}.`,
    next: one.nextAction,
    words: one.words,
    subject: one.subject,
    language: one.language,
    dir,
    channel: one.channel as ChannelKind,
    status: one.status,
    deliveryId: one.id,
  };
}

const receipt = ({ at, channel, status, reason, deliveryId }: ReceiptEntry): TimelineEntry => ({
  ...bare,
  at,
  kind: 'receipt',
  sentence: `The provider said of the ${(nouns[channel] ?? channel).toLowerCase()}: ${reason ?? standing[status] ?? status}.`,
  channel: channel as ChannelKind,
  status,
  deliveryId,
});

const becameOf: Record<string, string> = {
  answered: 'taken as an answer',
  replied: 'taken as the reply to an invitation',
  stopped: 'we stopped',
  started: 'we may write again',
  helped: 'we sent help',
  commented: 'taken as a comment',
  auto_reply: 'an automatic reply, filed',
  bounce: 'came back',
  tray: 'put in the tray',
  failed: 'kept, our fault',
  late: 'came after the end, kept',
};

const inbound = ({ at, channel, subject, body, done, replied }: InboundEntry): TimelineEntry => ({
  ...bare,
  at,
  kind: 'inbound',
  sentence: `${nouns[channel] ?? channel} from them: ${becameOf[done] ?? done}.`,
  next: replied ? 'We replied at once.' : null,
  words: body,
  subject,
  channel: channel === 'web' ? null : (channel as ChannelKind),
});

function frame({ at, wave, outReason, sampled, asked, inFrame, answeredAt, answeredBy }: FrameEntry): TimelineEntry[] {
  const left = outReason === null ? 'not drawn' : outWords[outReason as OutReason];
  const sentence = sampled
    ? `In the sample of ${wave} (1 of ${asked.toLocaleString('en-GB')}).`
    : `Not asked in ${wave}: ${left} (${inFrame.toLocaleString('en-GB')} could have been).`;
  const first: TimelineEntry = { ...bare, at, kind: 'frame', sentence };
  if (answeredAt === null) return [first];
  const how = modes[answeredBy ?? ''] ?? answeredBy;
  return [first, { ...bare, at: answeredAt, kind: 'answer', sentence: `Answered ${wave}, ${how}.` }];
}

const labels: Record<string, string> = {
  ...fieldNames,
  status: 'Status',
  phone: 'Mobile',
  preferredChannel: 'Best way',
  format: 'Print size',
};
const verbs: Record<string, string> = {
  'resident.do_not_contact': 'put them on the do-not-contact list',
  'group.join': 'added them to a group',
  'group.leave': 'took them out of a group',
  'group.pause': 'paused their membership of a group',
  'group.resume': 'ended the pause of their membership',
  'group.term': 'set the term of their membership',
  'interests.change': 'changed what they are interested in',
  'event.reply': 'answered an invitation',
  'referral.make': 'referred them to take part',
  'referral.decide': 'said what came of the referral',
  'join_request.match': 'matched what they sent us on the page to join',
};

function change({ at, actorName, action, fields, reason }: ChangeEntry): TimelineEntry {
  const what = fields.map((field) => (labels[field] ?? field).toLowerCase()).join(', ');
  const did = what === '' ? (verbs[action] ?? action.replaceAll(/[._]/g, ' ')) : `changed ${what}`;
  return { ...bare, at, kind: 'change', sentence: `${actorName} ${did}${reason ? `: ${reason}` : ''}.` };
}

const comment = ({ at, mode, words, meeting, typedBy }: CommentEntry): TimelineEntry => ({
  ...bare,
  at,
  kind: 'comment',
  sentence: `Comment on ${meeting}, ${modes[mode] ?? mode}${typedBy ? `, typed by ${typedBy}` : ''}.`,
  words,
});

/** What opens pages of theirs is shown to nobody else: people quote our links back to us. */
const hidden = (entry: TimelineEntry): TimelineEntry => ({
  ...entry,
  words: entry.words && hideCodes(entry.words),
  subject: entry.subject && hideCodes(entry.subject),
});

/** Everything between one resident and us, newest first. Answers to surveys are not shown: only that there was one. */
export async function timelineOf(db: Db, residentId: string): Promise<TimelineEntry[]> {
  const entries = [
    ...(await deliveriesTo(db, residentId)).map(delivery),
    ...(await receiptsOf(db, residentId)).map(receipt),
    ...(await inboundFrom(db, residentId)).map(inbound),
    ...(await framesOf(db, residentId)).flatMap(frame),
    ...(await changesOf(db, residentId)).map(change),
    ...(await commentsBy(db, residentId)).map(comment),
  ];
  return entries.map(hidden).toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
