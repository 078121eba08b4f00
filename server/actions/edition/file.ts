import type { Letter } from '../../../channels/post/printer.ts';
import { landlordFacts } from '../../../db/queries/landlord.ts';
import type { OwnRevision } from '../../../db/queries/own-editions.ts';
import { scriptText, tracksOf } from '../../../surveys/audio/script.ts';
import { dotsOf } from '../../../surveys/braille/cells.ts';
import { brailleFile, braillePages, isTranscribed, paperUntellable } from '../../../surveys/braille/paper.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type RenderContext, renderContext } from '../../work/render/context.ts';
import { renderLetter } from '../../work/render/letter.ts';
import { broughtPictures } from '../picture/of-edition.ts';
import type { Form } from '../response/form.ts';

/** An example is said to be open this long. */
const daysOpen = 28;
/** An address of nobody: the landlord's own may have no postcode. */
const exampleAddress = ['1 High Street', 'Anytown', 'ZZ99 1AA'];
/** A code that opens nothing and has the length of a real one. */
const exampleCode = '000000000000';

/** The version with this revision alone, as if it were approved. */
async function formOf({ db }: Deps, revision: OwnRevision): Promise<Form> {
  const { id, language, format, texts, compiled, sourceLanguage, sourceTexts } = revision;
  return {
    compiled,
    sourceLanguage: phraseLanguage(sourceLanguage),
    sourceTexts,
    editions: [{ id, language, format, status: 'approved', texts }],
    drafted: [],
    earlier: [],
    pictures: await broughtPictures(db, [revision]),
  };
}

async function contextOf(deps: Deps, revision: OwnRevision): Promise<RenderContext> {
  if (!(await landlordFacts(deps.db)))
    throw problems.conflict('no_landlord', 'Fill in the landlord first: a letter says who it is from.');
  const form = await formOf(deps, revision);
  return { ...(await renderContext(deps)), form: async () => form };
}

/** The letter of an edition by the code that sends, to an address of nobody. Throws `no_landlord` and `no_preview`. */
async function exampleLetter(deps: Deps, revision: OwnRevision): Promise<Letter> {
  const { id, language, format, versionId, versionNumber } = revision;
  const context = await contextOf(deps, revision);
  const ready = await renderLetter(context, {
    id,
    kind: 'invitation',
    language,
    format,
    title: null,
    givenName: 'A',
    familyName: 'Resident',
    address: exampleAddress,
    code: exampleCode,
    versionId,
    versionNumber,
    closesOn: plusDays(context.today, daysOpen),
    actionOn: null,
    meetingId: null,
    eventId: null,
  });
  if ('letter' in ready) return ready.letter;
  throw problems.conflict('no_preview', 'fault' in ready ? ready.fault : ready.withheld);
}

export interface EditionFile {
  filename: string;
  contentType: string;
  content: string | Uint8Array<ArrayBuffer>;
}

async function pdfOf({ channels: { print } }: Deps, letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  if (!print)
    throw problems.conflict('no_printer', 'This process cannot print. Look at it on a server that runs Node.');
  return new Uint8Array((await print.print([letter])).pdf);
}

/** The file of an edition, with an example of an address and a code. Throws `no_landlord`, `no_preview` and `no_printer`. */
export async function editionFile(deps: Deps, revision: OwnRevision): Promise<EditionFile> {
  const { language, format, versionNumber } = revision;
  const letter = await exampleLetter(deps, revision);
  const filename = `${format}-${language}-version-${versionNumber}`;
  const plain = { contentType: 'text/plain; charset=utf-8', filename: `${filename}.txt` };
  switch (format) {
    case 'easy_read':
      return { contentType: 'application/pdf', filename: `${filename}.pdf`, content: await pdfOf(deps, letter) };
    case 'braille': {
      const transcribed = isTranscribed(language);
      return {
        ...plain,
        ...(transcribed && { filename: `${filename}.brf` }),
        content: brailleFile(letter, transcribed),
      };
    }
    case 'audio':
      return { ...plain, content: scriptText(tracksOf(letter, language)) };
  }
}

/** What of an edition can be read on a screen: braille line by line beside its words, or the tracks of a recording. */
export async function editionView(deps: Deps, revision: OwnRevision) {
  const empty = { pages: [], tracks: [], untellable: [], transcribed: false };
  if (revision.format === 'easy_read') return empty;
  const letter = await exampleLetter(deps, revision);
  if (revision.format === 'audio') return { ...empty, tracks: tracksOf(letter, revision.language) };
  const transcribed = isTranscribed(revision.language);
  const pages = braillePages(letter, transcribed).map((lines) =>
    lines.map(({ print, cells }) => ({ print, dots: transcribed ? dotsOf(cells.trimEnd()) : '' })),
  );
  return { ...empty, transcribed, pages, untellable: transcribed ? paperUntellable(letter) : [] };
}
