import { type Format, formatWords } from '../format.ts';
import { type Language, languages } from '../language.ts';
import type { WhyNot } from '../questionnaire/editions.ts';
import { bankHolidaysKnownUntil } from './bank-holidays.ts';
import type { ContactChannel } from './channel.ts';
import { dayWords } from './dates.ts';
import { editionName } from './editions.ts';

/** A process that prints says so every minute; after ten without a word we take it to be away. */
export const printSilenceMinutes = 10;

/** Everything a launch looks at before it says yes. Dates are local, minutes counted to now. */
export interface LaunchFacts {
  today: string;
  opensOn: string;
  closesOn: string;
  status: 'draft' | 'open' | 'paused' | 'closed';
  hasVersion: boolean;
  /** How many would be asked, after the draw. */
  asked: number;
  /** Of those who may be asked, how many no step of the plan has a way for. */
  unreached: number;
  landlord: Record<LandlordField, boolean>;
  /** Resident phrases not approved by a person, by language of the people asked. */
  phrasesToApprove: readonly { language: Language; count: number }[];
  /** Editions people would need that are missing, unapproved or out of date, and what they get instead. */
  editions: readonly EditionGap[];
  /**
   * Steps of the plan that use post: day, and minutes since a process that prints was seen; null is never. `late` are the steps, from 1, whose letters may
   * come when the wave has closed, by the class they go by.
   */
  post: { days: readonly number[]; printSeenMinutesAgo: number | null; late: readonly number[] } | null;
  channels: readonly ChannelFacts[];
  /** Who planned it, "You" to themselves; null while it stands as it was planned by itself. */
  approvals: { planner: string | null; have: number; quorum: number; couldBe: readonly string[] };
  /** The regulator's survey beside this one: planned for days when this one gives way to it, or, if this is it, the others in the field. */
  beside: { isRegulators: boolean; waves: readonly { name: string; opensOn: string; closesOn: string }[] };
}

export const landlordFields = {
  name: 'name',
  shortName: 'short name for texts',
  phone: 'telephone number',
  address: 'address',
  freepost: 'Freepost address',
  privacyContact: 'privacy contact',
} as const;
export type LandlordField = keyof typeof landlordFields;

export interface EditionGap {
  language: Language;
  format: Format;
  people: number;
  why: WhyNot;
  /** What changed, such as "question 7 changed on 3 May". */
  detail: string | null;
  instead: { language: Language; format: Format } | null;
  /** Of an edition that has nothing in its place by post: how many of these people can be reached in no other way. */
  postAlone?: number;
}

export interface ChannelFacts {
  channel: ContactChannel;
  sandbox: boolean;
  /** Real and demo residents in the audience for whom this channel may be used. */
  real: number;
  demo: number;
}

/** One thing about a launch: it stops it, or is to be known. `where` says which page mends it. */
export interface LaunchCheck {
  code: string;
  level: 'stops' | 'know';
  sentence: string;
  where: 'landlord' | 'phrases' | 'editions' | 'plan' | 'channels' | 'audience' | 'approvals' | 'questionnaire';
}

type Check = (facts: LaunchFacts) => LaunchCheck[];

const stop = (code: string, where: LaunchCheck['where'], sentence: string): LaunchCheck => ({
  code,
  where,
  sentence,
  level: 'stops',
});
const know = (code: string, where: LaunchCheck['where'], sentence: string): LaunchCheck => ({
  code,
  where,
  sentence,
  level: 'know',
});

const people = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'person' : 'people'}`;

const state: Check = ({ status }) =>
  status === 'draft' ? [] : [stop('already_launched', 'plan', 'This wave has been launched already.')];

const questionnaire: Check = ({ hasVersion }) =>
  hasVersion ? [] : [stop('no_version', 'questionnaire', 'The questionnaire is not published yet.')];

const dates: Check = ({ today, opensOn, closesOn }) => {
  if (closesOn < opensOn) return [stop('dates', 'plan', 'The wave closes before it opens.')];
  if (closesOn < today)
    return [stop('dates', 'plan', `The wave closes on ${dayWords(closesOn, today)}, which is past.`)];
  if (closesOn <= bankHolidaysKnownUntil) return [];
  const until = dayWords(bankHolidaysKnownUntil, today);
  return [stop('bank_holidays', 'plan', `Bank holidays are known until ${until}, and this wave closes later.`)];
};

const audienceSize: Check = ({ asked }) =>
  asked > 0 ? [] : [stop('nobody', 'audience', 'Nobody would be asked: everyone is left out. See who and why.')];

const reach: Check = ({ unreached }) =>
  unreached === 0
    ? []
    : [
        know(
          'unreached',
          'plan',
          `${people(unreached)} of those who can be asked ${unreached === 1 ? 'has' : 'have'} no way that a step uses, and would get nothing. Add a step by another way.`,
        ),
      ];

const landlordWhole: Check = ({ landlord }) =>
  (Object.keys(landlordFields) as LandlordField[])
    .filter((field) => !landlord[field])
    .map((field) => stop(`landlord_${field}`, 'landlord', `The landlord's ${landlordFields[field]} is missing.`));

const phrases: Check = ({ phrasesToApprove }) =>
  phrasesToApprove
    .filter(({ count }) => count > 0)
    .map(({ language, count }) => {
      const are = count === 1 ? '1 phrase is' : `${count} phrases are`;
      return stop('phrases', 'phrases', `${languages[language].english}: ${are} not approved by a person.`);
    });

const gapWords = {
  not_translated: 'has not been made',
  not_approved: 'is not approved',
  out_of_date: 'is out of date',
} as const;

/** Nothing is sent in place of such an edition by post. Who has another way still hears from us; who has none stops the launch. */
function noLetter({ people: count, postAlone = count }: EditionGap, why: string): LaunchCheck {
  if (postAlone === count) return stop('edition', 'editions', `${why} ${people(count)} would get nothing.`);
  const letter = `${why} ${people(count)} would get no letter`;
  if (postAlone > 0)
    return stop('edition', 'editions', `${letter}, and ${people(postAlone)} of them can be reached in no other way.`);
  return know('edition', 'editions', `${letter}. Texts and emails still go to them.`);
}

const editions: Check = (facts) =>
  facts.editions.map((gap) => {
    const why = `${editionName(gap)} ${gapWords[gap.why]}${gap.detail === null ? '' : `: ${gap.detail}`}.`;
    if (gap.instead === null) return noLetter(gap, why);
    const { language, format } = gap.instead;
    const instead = [languages[language].english, formatWords(format)].filter(Boolean).join(' ');
    return know('edition', 'editions', `${why} ${people(gap.people)} would get ${instead}.`);
  });

const printing: Check = ({ post }) => {
  if (post === null || post.days.length === 0) return [];
  const { days, printSeenMinutesAgo: ago } = post;
  if (ago !== null && ago < printSilenceMinutes) return [];
  const seen =
    ago === null
      ? 'no process that can print has been seen yet'
      : `no process that can print has been seen for ${ago} minutes`;
  return [stop('print', 'plan', `Post, day ${days.join(' and ')}: ${seen}.`)];
};

const lateLetters: Check = ({ post, closesOn, today }) =>
  (post?.late ?? []).map((step) =>
    know(
      'late_letters',
      'plan',
      `The letters of step ${step} may arrive when the wave has closed, on ${dayWords(closesOn, today)}. Send them sooner or by a quicker class.`,
    ),
  );

const channelNames: Record<ContactChannel, { name: string; get: string }> = {
  sms: { name: 'Text', get: 'texts' },
  email: { name: 'Email', get: 'email' },
  post: { name: 'Post', get: 'letters' },
};

const channels: Check = (facts) =>
  facts.channels.flatMap(({ channel, sandbox, real, demo }) => {
    const { name, get } = channelNames[channel];
    const count = (n: number, kind: string) => `${n.toLocaleString('en-GB')} ${kind} resident${n === 1 ? '' : 's'}`;
    if (sandbox && real > 0) {
      return [stop('sandboxed', 'channels', `${name} is a sandbox and ${count(real, 'real')} would get ${get}.`)];
    }
    if (!sandbox && demo > 0) {
      return [stop('demo', 'channels', `${name} is not a sandbox and ${count(demo, 'demo')} would get ${get}.`)];
    }
    return [];
  });

const approvals: Check = ({ approvals: { planner, have, quorum, couldBe } }) => {
  if (have >= quorum) return [];
  if (planner === null) {
    const then = quorum === 1 ? 'a second person approves' : `${quorum} more people approve`;
    return [
      stop('approval', 'approvals', `Nobody has looked at this plan yet. Confirm or change it, then ${then} it.`),
    ];
  }
  const ask = couldBe[0] === undefined ? '' : ` Ask ${couldBe[0]}.`;
  const second = `a second person must ${planner === 'You' ? 'launch' : 'approve'} it`;
  const who = quorum === 1 ? second : `${quorum - have} more people must approve it`;
  return [stop('approval', 'approvals', `${planner} planned this wave, so ${who}.${ask}`)];
};

/** The lesser one gives way: said before either is launched, because the launch of one decides who the other may ask. */
const beside: Check = ({ today, beside: { isRegulators, waves } }) =>
  waves.map(({ name, opensOn, closesOn }) =>
    isRegulators
      ? know(
          'lesser_in_field',
          'plan',
          `${name} is in the field until ${dayWords(closesOn, today)}, and its reminders may go to some of the same homes. Pause it if this one is to be answered first.`,
        )
      : know(
          'regulator_planned',
          'plan',
          `${name} is planned from ${dayWords(opensOn, today)}, while this wave is in the field. What the regulator counts comes first: launch it before this one, or let this one close earlier.`,
        ),
  );

const checks: readonly Check[] = [
  state,
  questionnaire,
  dates,
  audienceSize,
  reach,
  landlordWhole,
  phrases,
  editions,
  printing,
  lateLetters,
  channels,
  approvals,
  beside,
];

/** Everything that stands against a launch, or is to be known before it, as sentences. An empty list is "go". */
export const launchChecks = (facts: LaunchFacts): LaunchCheck[] => checks.flatMap((check) => check(facts));
