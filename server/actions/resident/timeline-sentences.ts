import type { ChannelKind } from '../../../channels/channel.ts';
import type {
  AnswerEntry,
  CallEntry,
  ChangeEntry,
  CommentEntry,
  DeliveryEntry,
  FrameEntry,
  InboundEntry,
  MembershipEntry,
  ReceiptEntry,
} from '../../../db/queries/timeline.ts';
import { type OutReason, outWords } from '../../../surveys/fieldwork/audience.ts';
import { type CallOutcome, callOutcomes } from '../../../surveys/fieldwork/calls.ts';
import type { EntryKind } from '../../../surveys/fieldwork/timeline.ts';
import { formatOf, formatWords } from '../../../surveys/format.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { changeSentence } from './timeline-changes.ts';

/** One thing that happened between a resident and us. */
export interface TimelineEntry {
  at: Date;
  key: string;
  kind: EntryKind;
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

const entry = (
  { at, key }: { at: Date; key: string },
  kind: EntryKind,
  sentence: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  at,
  key,
  kind,
  sentence,
  next: null,
  words: null,
  subject: null,
  language: null,
  dir: null,
  channel: null,
  status: null,
  deliveryId: null,
  ...more,
});

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
  reply: 'our reply',
  acknowledgement: 'a thank-you',
  event: 'the invitation',
  confirmation: 'a question whether to use this new one',
  link: 'a new link',
  prize: 'word of a prize',
};

/** What rounds to nothing, as an email does, is not told. */
function pence(cost: number | null): string {
  const tenths = Math.round((cost ?? 0) * 10);
  return tenths === 0 ? '' : `, ${tenths / 10}p`;
}
const parts = (segments: number | null) => (segments && segments > 1 ? `, ${segments} parts` : '');
const languageOf = (code: string) => (isLanguage(code) ? languages[code] : { english: code, dir: 'ltr' as const });

function delivery(one: DeliveryEntry): TimelineEntry {
  const { english, dir } = languageOf(one.language);
  const print = formatWords(formatOf(one.format));
  const what = `${nouns[one.channel] ?? one.channel} (${kinds[one.kind] ?? one.kind}${one.about ? `, ${one.about}` : ''}), ${english}${print === '' ? '' : `, ${print}`}`;
  const batch = one.batch === null ? '' : `, batch ${one.batch}`;
  const why = one.failReason ? `: ${one.failReason}` : '';
  const sentence = `${what}${parts(one.segments)}${pence(one.cost)}${batch} ${standing[one.status] ?? one.status}${why}.`;
  const { words, subject, language, status } = one;
  const channel = one.channel as ChannelKind;
  return entry(one, 'delivery', sentence, {
    next: one.nextAction,
    words,
    subject,
    language,
    dir,
    channel,
    status,
    deliveryId: one.id,
  });
}

const receipt = (one: ReceiptEntry): TimelineEntry =>
  entry(
    one,
    'receipt',
    `The provider said of the ${(nouns[one.channel] ?? one.channel).toLowerCase()}: ${one.reason ?? standing[one.status] ?? one.status}.`,
    { channel: one.channel as ChannelKind, status: one.status, deliveryId: one.deliveryId },
  );

const becameOf: Record<string, string> = {
  replied: 'taken as the reply to an invitation',
  answered: 'taken as an answer',
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

const inbound = (one: InboundEntry): TimelineEntry =>
  entry(one, 'inbound', `${nouns[one.channel] ?? one.channel} from them: ${becameOf[one.done] ?? one.done}.`, {
    next: one.replied ? 'We replied at once.' : null,
    words: one.body,
    subject: one.subject,
    channel: one.channel === 'web' ? null : (one.channel as ChannelKind),
  });

function frame(one: FrameEntry): TimelineEntry {
  const left = one.outReason === null ? 'not drawn' : outWords[one.outReason as OutReason];
  const sentence = one.sampled
    ? `In the sample of ${one.wave} (1 of ${one.asked.toLocaleString('en-GB')}).`
    : `Not asked in ${one.wave}: ${left} (${one.inFrame.toLocaleString('en-GB')} could have been).`;
  return entry(one, 'frame', sentence);
}

function answer({ wave, mode, complete, typedBy, ...one }: AnswerEntry): TimelineEntry {
  const typed = typedBy === null ? '' : `, typed in by ${typedBy}`;
  return entry(one, 'answer', `${complete ? 'Answered' : 'Began to answer'} ${wave}, ${modes[mode] ?? mode}${typed}.`);
}

const change = (one: ChangeEntry): TimelineEntry => entry(one, 'change', changeSentence(one));

const membership = (one: MembershipEntry): TimelineEntry =>
  entry(one, 'group', one.joined ? `In ${one.group} from this day.` : `No longer in ${one.group}.`);

const comment = (one: CommentEntry): TimelineEntry =>
  entry(
    one,
    'comment',
    `Comment on ${one.meeting}, ${modes[one.mode] ?? one.mode}${one.typedBy ? `, typed by ${one.typedBy}` : ''}.`,
    { words: one.words },
  );

const call = (one: CallEntry): TimelineEntry =>
  entry(one, 'call', `Call: ${one.by} ${callOutcomes[one.outcome as CallOutcome]?.said ?? one.outcome}.`, {
    words: one.note || null,
  });

/** Each kind of entry as a sentence. */
export const tell = { delivery, receipt, inbound, frame, answer, change, membership, comment, call };
