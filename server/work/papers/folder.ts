import { csvOf } from '../../../channels/post/manifest.ts';
import type { Letter } from '../../../channels/post/printer.ts';
import { LetterRefusedError } from '../../../channels/post/refused.ts';
import { scriptText, tracksOf, trackText } from '../../../surveys/audio/script.ts';
import { brailleFile, braillePages, isTranscribed, paperUntellable } from '../../../surveys/braille/paper.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { type ZipEntry, zipOf } from './zip.ts';

/** A batch that somebody else makes: a folder with what each person gets, the addresses, and what to do. */
export interface Folder {
  file: Uint8Array<ArrayBuffer>;
  /** Pages of braille or tracks of sound, of each letter. */
  pages: number[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const crlf = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n');
const fileNumber = (place: number): string => String(place + 1).padStart(4, '0');
const english = (code: string): string => (isLanguage(code) ? languages[code].english : code);

/** Seven lines at most, as the window of an envelope has. */
const addressLines = 7;

/** Labels: the number of the file, then the lines of the address. */
function addressesCsv(letters: readonly Letter[]): string {
  const head = ['number', 'delivery', ...Array.from({ length: addressLines }, (_, line) => `line ${line + 1}`)];
  const rows = letters.map(({ deliveryId, address }, place) => [
    fileNumber(place),
    deliveryId,
    ...Array.from({ length: addressLines }, (_, line) => address[line] ?? ''),
  ]);
  return csvOf([head, ...rows]);
}

const sending = (count: number) =>
  `Send each to its own address in "addresses.csv", which you can print as labels. The number there is the number of the file. Each holds a code that belongs to one person: do not mix them up. There are ${count}. Braille and recordings for blind people may go free of postage as "Articles for the Blind".`;

const brailleNote = (letters: readonly Letter[], language: string): string =>
  isTranscribed(language)
    ? `Braille: uncontracted Unified English Braille (grade 1), in BRF files of 40 cells by 25 lines, in the folder "letters".

Emboss each file as it is. It was transcribed by a program. A person at our side approved it; if you have a proofreader, please let them read one before the rest are embossed. For somebody who reads contracted braille, the folder "words" has the same letters as plain text (UTF-8) for your transcriber: we make no contracted braille ourselves.

${sending(letters.length)}
`
    : `Braille in ${english(language)}: please transcribe.

The folder "letters" has the words of each letter as plain text (UTF-8), in lines of 40 and pages of 25, a form feed between pages. Please put them into uncontracted ${english(language)} braille, or contracted if your proofreader reads it. Keep the numbers of questions and answers: people answer by telling them. The page numbers are yours to set anew. There are no boxes to mark.

${sending(letters.length)}
`;

const audioNote = (
  letters: readonly Letter[],
  language: string,
): string => `Audio in ${english(language)}: please record.

Read out "script.txt", one track for each part, in a calm voice by somebody who speaks ${english(language)}. What is in square brackets is not read out: it tells which track it is, and how many seconds to pause. Numbers with spaces between the digits are read one digit after another.

The track of the code is different for each person: it is in the folder "personal", one file a person. Record it for each and put it in its place.

Label each recording with its number in large print, and in braille if you can.

${sending(letters.length)}
`;

const common = (letters: readonly Letter[], note: string): ZipEntry[] => [
  { name: 'READ ME FIRST.txt', content: utf8(crlf(note)) },
  { name: 'addresses.csv', content: utf8(addressesCsv(letters)) },
];

function brailleFolder(letters: readonly Letter[], language: string, at: Date): Folder {
  const transcribed = isTranscribed(language);
  if (transcribed) refuseUntellable(letters);
  const filesIn = (folder: string, type: 'brf' | 'txt') =>
    letters.map((letter, place) => ({
      name: `${folder}/${fileNumber(place)}.${type}`,
      content: utf8(brailleFile(letter, type === 'brf')),
    }));
  const each = transcribed ? [...filesIn('letters', 'brf'), ...filesIn('words', 'txt')] : filesIn('letters', 'txt');
  const file = zipOf([...common(letters, brailleNote(letters, language)), ...each], at);
  return { file, pages: letters.map((letter) => braillePages(letter, transcribed).length) };
}

/** A sign with no braille would be left out silently, so a letter that has one is not made. */
function refuseUntellable(letters: readonly Letter[]): void {
  const refused = letters.flatMap((letter) => {
    const signs = paperUntellable(letter);
    const reason = `There is no braille for ${signs.join(' ')}.`;
    return signs.length === 0 ? [] : [{ deliveryId: letter.deliveryId, reason }];
  });
  if (refused.length > 0) throw new LetterRefusedError(refused);
}

function audioFolder(letters: readonly Letter[], language: string, at: Date): Folder {
  const spoken = letters.map((letter) => tracksOf(letter, phraseLanguage(language)));
  const script: ZipEntry = { name: 'script.txt', content: utf8(crlf(scriptText(spoken[0] ?? []))) };
  const personal = spoken.flatMap((tracks, place) =>
    tracks
      .filter((track) => track.personal)
      .map((track) => ({ name: `personal/${fileNumber(place)}.txt`, content: utf8(crlf(trackText(track))) })),
  );
  const file = zipOf([...common(letters, audioNote(letters, language)), script, ...personal], at);
  return { file, pages: spoken.map((tracks) => tracks.length) };
}

/** Makes a folder of letters of one language, as braille or to be recorded. Throws `LetterRefusedError` naming those that cannot be made. */
export function folderOf(format: 'braille' | 'audio', letters: readonly Letter[], at: Date): Folder {
  const language = letters[0]?.language ?? 'en';
  return format === 'braille' ? brailleFolder(letters, language, at) : audioFolder(letters, language, at);
}
