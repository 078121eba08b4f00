import { type InboundRow, keepMessage } from '../../../db/commands/inbound.ts';
import type { UploadRow } from '../../../db/commands/response.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import type { Input } from '../../../surveys/interview/types.ts';
import type { Deps } from '../../deps.ts';
import { type Taken, takeInput } from './take-input.ts';

/** A question page as it was posted. */
export interface PostedPage {
  inputs: readonly Input[];
  question: string;
  /** What was chosen or written, in words to be read by a person. */
  words: string;
  /** A photo that the page gives as its answer. */
  upload?: UploadRow | null;
  /** The secret of the device; null for one that only adds to what was finished another way. */
  device: string | null;
  /** It may change what is finished: it is the device that answered before, or it adds what was left open. */
  known: boolean;
}

/** What came after the end, as a late text is kept: not an answer any more, and nothing for a person to do. */
function lateRow(deps: Deps, { survey, question, words }: Pick<PostedPage, 'question' | 'words'> & { survey: Survey }) {
  const id = deps.newId();
  const row: InboundRow = {
    id,
    provider: 'web',
    providerId: id,
    channel: 'web',
    fromAddress: '',
    toAddress: '',
    subject: null,
    body: words.replaceAll('\0', ''),
    raw: null,
    fields: { question },
    receivedAt: deps.clock.now(),
    residentId: survey.anonymous ? null : survey.residentId,
    recipientId: survey.anonymous ? null : survey.invitationId,
    done: 'late',
    reply: null,
    trayReason: null,
    urgent: null,
  };
  return row;
}

/** Takes a posted page into the response; after the end its words are kept beside it, and no result changes. */
export async function takePage(deps: Deps, survey: Survey, page: PostedPage): Promise<Taken> {
  const { inputs, device, known, words, upload } = page;
  const taken = await takeInput(deps, survey, inputs, { mode: 'web', by: null, device, mayChange: known, upload });
  if (taken.turnedAway === 'closed' && words !== '')
    await keepMessage(deps.db, lateRow(deps, { ...page, survey: taken.survey }), null);
  return taken;
}
