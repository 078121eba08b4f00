import { insertPaper } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import { itemsOf } from '../../../db/queries/meetings.ts';
import type { PageFormat } from '../../../surveys/format.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { openMeeting } from './plan.ts';

export interface PaperInput {
  agendaItemId: string | null;
  kind: 'agenda' | 'report' | 'minutes';
  title: string;
  language: string;
  format: PageFormat;
  filename: string;
  /** The bytes, as base64. */
  content: string;
}

/** Most bytes of one paper: a scan of 60 pages. */
const maxPaperBytes = 15 * 1024 * 1024;

const refuse = (message: string) => problems.badInput([{ path: 'body.content', message }]);

/** The bytes of a PDF, known by how it begins, whatever its name says. Throws `bad_input`. */
function pdfOf(content: string): Uint8Array {
  if (content.length > (maxPaperBytes * 4) / 3 + 4)
    throw refuse('This file is larger than 15 MB. Make it smaller, or split it.');
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!start.startsWith('%PDF-')) throw refuse('This file is not a PDF. Save it as PDF and add that.');
  return bytes;
}

/** Characters that would break a header or a folder are taken out of a file's name. */
const safeName = (name: string) => name.replace(/[\p{Cc}"\\/:*?<>|;]/gu, '').trim() || 'paper.pdf';

/** Adds a paper to a pack that is not sent. Throws `not_found`, `pack_sent` and `bad_input`. */
export async function addPaper(deps: Deps, actor: Actor, meetingId: string, input: PaperInput): Promise<string> {
  const content = pdfOf(input.content);
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    await openMeeting(tx, meetingId);
    const items = await itemsOf(tx, meetingId);
    if (input.agendaItemId !== null && !items.some((item) => item.id === input.agendaItemId))
      throw problems.notFound('agenda item');
    await insertPaper(tx, {
      ...input,
      id,
      meetingId,
      filename: safeName(input.filename),
      content,
      at: deps.clock.now(),
    });
    await audit(tx, deps, actor, { action: 'paper.add', subject: meetingId, detail: { paperId: id } });
  });
  return id;
}
