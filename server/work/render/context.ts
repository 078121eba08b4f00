import { mailCost } from '../../../channels/email/prices.ts';
import { type EventRow, eventById } from '../../../db/queries/events.ts';
import { type LandlordFacts, landlordFacts } from '../../../db/queries/landlord.ts';
import { type PackRow, packOf, paperContents } from '../../../db/queries/packs.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { attachmentLimit } from '../../../surveys/groups/pack.ts';
import { progress } from '../../../surveys/interview/progress.ts';
import { newState } from '../../../surveys/interview/state.ts';
import type { State } from '../../../surveys/interview/types.ts';
import type { PhraseKey, PhraseValues } from '../../../surveys/locales/phrases.ts';
import { minutesFor } from '../../../surveys/questionnaire/minutes.ts';
import { type MailPriceOf, mailPrices } from '../../actions/email-price/find.ts';
import { type Form, formOf } from '../../actions/response/form.ts';
import type { Deps } from '../../deps.ts';

/** A phrase in the language of a message. */
export type Say = (key: PhraseKey, values?: PhraseValues) => string;

/** What the words of a batch are made from, fetched once for each version and meeting. */
export interface RenderContext {
  publicUrl: string;
  /** The host residents type, without the protocol. */
  site: string;
  landlord: LandlordFacts;
  /** Today where the landlord is. */
  today: string;
  /** Whether an answer to our text reaches us: a name as the sender cannot be answered. */
  twoWay: boolean;
  /** The number residents may text a code to; null where there is none. */
  textNumber: string | null;
  /** These throw for null: a delivery of that kind without one has no words. */
  form(versionId: string | null): Promise<Form>;
  pack(meetingId: string | null): Promise<PackRow>;
  event(eventId: string | null): Promise<EventRow>;
  papers(ids: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** Pence of one mail today; null where it is not priced. */
  mailCost(): Promise<number | null>;
}

/** The context of one batch. Throws when there is no landlord: nothing can be launched without one. */
export async function renderContext(deps: Deps): Promise<RenderContext> {
  const landlord = await landlordFacts(deps.db);
  if (landlord === null) throw new Error('there is no landlord to write in the name of');
  const from = deps.env.twilio?.from ?? null;
  const packs = new Map<string, Promise<PackRow>>();
  const events = new Map<string, Promise<EventRow>>();
  const files = new Map<string, Uint8Array>();
  const today = localDate(deps.clock.now().getTime(), landlord.timeZone);
  let price: Promise<MailPriceOf> | undefined;
  return {
    publicUrl: deps.env.publicUrl,
    site: deps.env.publicUrl.replace(/^https?:\/\//, ''),
    landlord,
    today,
    twoWay: from === null || /^\+?\d+$/.test(from),
    textNumber: from?.startsWith('+') ? from : null,
    form: async (versionId) => formOf(deps, known(versionId)),
    pack: async (meetingId) => remembered(packs, known(meetingId), () => mustPack(deps, known(meetingId))),
    event: async (eventId) => remembered(events, known(eventId), () => mustEvent(deps, known(eventId))),
    papers: (ids) => fetchPapers(deps, files, ids),
    mailCost: async () => {
      price ??= mailPrices(deps.db);
      return mailCost((await price)(deps.channels.email.provider, today));
    },
  };
}

function known(id: string | null): string {
  if (id === null) throw new Error('a delivery has lost what it is about');
  return id;
}

function remembered<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = kept.get(key) ?? make();
  kept.set(key, made);
  return made;
}

async function mustPack(deps: Deps, meetingId: string): Promise<PackRow> {
  const pack = await packOf(deps.db, meetingId);
  if (pack === null) throw new Error('a pack has lost its meeting');
  return pack;
}

async function mustEvent(deps: Deps, eventId: string): Promise<EventRow> {
  const event = await eventById(deps.db, eventId);
  if (event === null) throw new Error('an invitation has lost its event');
  return event;
}

async function fetchPapers(deps: Deps, files: Map<string, Uint8Array>, ids: readonly string[]) {
  const missing = ids.filter((id) => !files.has(id));
  if (missing.length > 0) for (const { id, content } of await paperContents(deps.db, missing)) files.set(id, content);
  return files;
}

/** Whether these papers may go with a mail rather than behind its link. */
export const canAttach = (papers: readonly { size: number }[]): boolean =>
  papers.length > 0 && papers.reduce((sum, { size }) => sum + size, 0) <= attachmentLimit;

/** The questions of the longest route: of a branching survey every route is walked, which is not done again for each message. */
const longest = new WeakMap<Form, number>();

/** How many questions a survey has at most, how long they take, and how many are left to somebody who has begun. */
export function countQuestions(form: Form, interview: State | null): { count: number; minutes: number; left: number } {
  const count = longest.get(form) ?? progress(form.compiled, newState(form.sourceLanguage)).total;
  longest.set(form, count);
  const minutes = minutesFor(count);
  const left = interview === null ? count : stillToAsk(form, interview);
  return { count, minutes, left };
}

function stillToAsk(form: Form, interview: State): number {
  const dealtWith = Object.keys(interview.answers).length + Object.keys(interview.unanswered).length;
  return Math.max(1, progress(form.compiled, interview).total - dealtWith);
}

/** Where an invitation's survey opens. */
export const surveyLink = ({ publicUrl }: RenderContext, { code }: { code: string | null }): string =>
  `${publicUrl}/s/${code ?? ''}`;
