import type { Letter, LetterQuestion } from '../../../channels/post/printer.ts';
import type { LetterRow } from '../../../db/commands/print.ts';
import { groupCode } from '../../../surveys/fieldwork/code.ts';
import type { Format } from '../../../surveys/format.ts';
import type { Wording } from '../../../surveys/interview/ask/asked.ts';
import { askByNumbers } from '../../../surveys/interview/ask/numbers.ts';
import { askOnPaper } from '../../../surveys/interview/ask/paper.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import type { PhraseKey } from '../../../surveys/locales/phrases.ts';
import type { Drawing } from '../../../surveys/pictures/pictures.ts';
import { easyOf } from '../../../surveys/questionnaire/easy-read.ts';
import { pictureOf } from '../../actions/picture/of-edition.ts';
import type { Form, Words } from '../../actions/response/form.ts';
import { countQuestions, type RenderContext, type Say } from './context.ts';

/** A letter that asks, before its words are put together. */
export interface Asking {
  context: RenderContext;
  row: LetterRow;
  form: Form;
  words: Words;
  say: Say;
}

type Body = Pick<Letter, 'paragraphs' | 'pictured' | 'questions' | 'formTitle' | 'formHelp' | 'formEnd'>;

/** The words of a letter and its questions, as its format has them. */
export const bodyOf = (asking: Asking): Body => bodies[asking.row.format](asking);

const closesOn = ({ context, row, words }: Asking) => sayDay(words.language, row.closesOn ?? context.today);
const countOf = ({ form }: Asking) => countQuestions(form, null).count;
const wordingOf = ({ context, words }: Asking): Wording => ({
  texts: words.texts,
  language: words.language,
  landlord: context.landlord.name,
});
const reminding = ({ row, say }: Asking) => (row.kind === 'reminder' ? [say('letter.reminder_opening')] : []);
const changed = ({ row, say, words }: Asking) =>
  row.actionOn === null ? [] : [say('letter.what_changed', { date: sayDay(words.language, row.actionOn) })];

function printed(asking: Asking): Body {
  const { context, row, form, say } = asking;
  return {
    paragraphs: [
      say('letter.dear'),
      ...reminding(asking),
      say('letter.who', { count: countOf(asking) }),
      say('letter.online', { code: groupCode(row.code ?? '') }),
      say('letter.phone'),
      ...(context.textNumber === null ? [] : [say('letter.text', { number: context.textNumber })]),
      say('letter.paper'),
      say('letter.confidential'),
      say('letter.until', { date: closesOn(asking) }),
      ...changed(asking),
      say('letter.formats'),
      say('letter.stop'),
    ],
    questions: askOnPaper(form.compiled, wordingOf(asking), { phone: context.landlord.phone, site: context.site }),
    formTitle: say('form.title'),
    formHelp: [say('form.cross')],
    formEnd: [say('form.finished', { date: closesOn(asking) })],
  };
}

/** Each idea of an easy read letter with its picture, in the order it is told. */
const ideas: readonly (readonly [Drawing, PhraseKey])[] = [
  ['home', 'easy.who'],
  ['question', 'easy.count'],
  ['yes', 'easy.choose'],
  ['help', 'easy.helper'],
  ['choose', 'easy.cross'],
  ['letter', 'easy.post'],
  ['phone', 'easy.phone'],
  ['computer', 'easy.online'],
  ['safe', 'easy.safe'],
  ['calendar', 'letter.until'],
];

function easyRead(asking: Asking): Body {
  const { context, form, say, words } = asking;
  const { language } = words;
  const pictured = ideas.flatMap(([drawing, key]) => {
    const picture = pictureOf(drawing, language);
    return picture ? [{ picture, text: say(key, { count: countOf(asking), date: closesOn(asking) }) }] : [];
  });
  const questions = askOnPaper(form.compiled, wordingOf(asking), {
    phone: context.landlord.phone,
    site: context.site,
  }).map((question, place): LetterQuestion => {
    const easy = easyOf(form.compiled.questions[place]?.id ?? '', words.texts);
    const picture = easy.picture === null ? null : pictureOf(easy.picture, language, form.pictures);
    return { ...question, easy: { picture, means: say('easy.means'), words: easy.words } };
  });
  return {
    paragraphs: [say('letter.dear'), ...reminding(asking)],
    pictured,
    questions,
    formTitle: say('form.title'),
    formHelp: [say('form.cross')],
    formEnd: [say('form.finished', { date: closesOn(asking) }), say('letter.formats'), say('letter.stop')],
  };
}

/** For braille and audio: no boxes, every answer by its number. A recording is one for all, so it says no code but on its own track. */
function numbered(asking: Asking, withCode: boolean): Body {
  const { context, row, form, say } = asking;
  return {
    paragraphs: [
      say('letter.dear'),
      ...reminding(asking),
      say('letter.who', { count: countOf(asking) }),
      ...(withCode ? [say('letter.online', { code: groupCode(row.code ?? '') })] : []),
      ...(context.textNumber === null ? [] : [say('letter.text', { number: context.textNumber })]),
      say('numbers.ring'),
      say('numbers.post'),
      say('letter.confidential'),
      say('letter.until', { date: closesOn(asking) }),
      ...changed(asking),
      say('letter.formats'),
      say('letter.stop'),
    ],
    questions: askByNumbers(form.compiled, wordingOf(asking), { phone: context.landlord.phone, site: context.site }),
    formTitle: say('form.title'),
    formHelp: [say('numbers.how')],
    // Braille can be felt for again; whoever listened to the end would have to search for the number at its beginning.
    formEnd: [say('numbers.finished', { date: closesOn(asking) }), ...(withCode ? [] : [say('audio.phone')])],
  };
}

const bodies: Record<Format, (asking: Asking) => Body> = {
  standard: printed,
  large: printed,
  giant: printed,
  easy_read: easyRead,
  braille: (asking) => numbered(asking, true),
  audio: (asking) => numbered(asking, false),
};
