import type { PrintedFile } from '../../../channels/post/printer.ts';
import { LetterRefusedError } from '../../../channels/post/refused.ts';
import type { LandlordFacts } from '../../../db/queries/landlord.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import { formatCodes, type PageFormat } from '../../../surveys/format.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Compilation } from '../../../surveys/questionnaire/compile.ts';
import { emailPage, emailText } from '../../../web/pages/email.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type RenderContext, renderContext } from '../../work/render/context.ts';
import { surveyMail } from '../../work/render/email.ts';
import { renderLetter } from '../../work/render/letter.ts';
import { renderText } from '../../work/render/text.ts';
import type { Form } from '../response/form.ts';

/** A draft to be shown as it would be sent. */
export interface Draft {
  id: string;
  compilation: Compilation;
  language: Language;
  format: PageFormat;
  landlord: LandlordFacts;
}

/** A survey is said to be open this long. */
export const daysOpen = 28;

/** A code that opens nothing and has the length of a real one. */
export const exampleCode = '000000000000';

/** The draft as if it were published and every language approved. */
export function formOfDraft({ compiled, texts, editions, language }: Compilation): Form {
  const revisions = Object.entries(editions).flatMap(([code, words]) =>
    isLanguage(code)
      ? formatCodes.map((format) => ({ id: '', language: code, format, status: 'approved' as const, texts: words }))
      : [],
  );
  const made = { editions: revisions, drafted: [], earlier: [] };
  return { compiled, sourceLanguage: phraseLanguage(language), sourceTexts: texts, ...made };
}

async function contextOf(deps: Deps, { compilation, landlord }: Draft): Promise<RenderContext> {
  if (landlord.name === '')
    throw problems.conflict('no_landlord', 'Fill in the landlord first: a letter says who it is from.');
  return { ...(await renderContext(deps)), form: async () => formOfDraft(compilation) };
}

/** A row of the ledger that is nobody's, for words that are made from one. */
const nobody = {
  recipientId: null,
  residentId: null,
  invitationId: null,
  step: 0,
  tries: 0,
  subject: null,
  words: null,
  purpose: null,
  contactChangeId: null,
  address: null,
  inReplyTo: null,
  interview: null,
  against: null,
};

const rowOf = ({ id, language, format }: Draft, { today }: RenderContext) => ({
  id,
  kind: 'invitation',
  language,
  format,
  code: exampleCode,
  versionId: id,
  versionNumber: 1,
  closesOn: plusDays(today, daysOpen),
  actionOn: null,
  meetingId: null,
  eventId: null,
});

/** The invitation by mail, to nobody. */
export async function emailPreview(deps: Deps, draft: Draft) {
  const context = await contextOf(deps, draft);
  const mail = await surveyMail(context, { ...rowOf(draft, context), ...nobody }, `${context.publicUrl}/u/example`);
  return { subject: mail.subject, text: emailText(mail), html: String(await emailPage(mail)) };
}

/** The invitation by text, to nobody. */
export async function textInvitation(deps: Deps, draft: Draft): Promise<string> {
  const context = await contextOf(deps, draft);
  return renderText(context, { ...rowOf(draft, context), ...nobody }, null);
}

/** The letter with its questionnaire, to the landlord's own address, as the PDF that would be printed. */
async function printDraft(deps: Deps, draft: Draft, pictured: boolean): Promise<PrintedFile> {
  const { print } = deps.channels;
  if (!print)
    throw problems.conflict('no_printer', 'This process cannot print. Look at the letter on a server that runs Node.');
  const context = await contextOf(deps, draft);
  const addressee = { title: null, givenName: 'A', familyName: 'Resident', address: [...draft.landlord.address] };
  const ready = await renderLetter(context, { ...rowOf(draft, context), ...addressee });
  if (!('letter' in ready)) throw problems.conflict('no_preview', 'fault' in ready ? ready.fault : ready.withheld);
  return print.print([ready.letter], pictured).catch((error: unknown) => {
    if (!(error instanceof LetterRefusedError)) throw error;
    throw problems.conflict('no_preview', error.letters.map(({ reason }) => reason).join(' '));
  });
}

/** The letter as the PDF that would be printed. */
export const letterPdf = async (deps: Deps, draft: Draft): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await printDraft(deps, draft, false)).pdf);

/** The same as a picture of all its pages, one under another. */
export async function letterPicture(deps: Deps, draft: Draft): Promise<{ svg: string; pages: number }> {
  const { picture, pages } = await printDraft(deps, draft, true);
  return { svg: picture ?? '', pages: pages[0] ?? 0 };
}
