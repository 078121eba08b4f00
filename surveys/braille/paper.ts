/** A whole paper in braille, or as plain words for a transcriber, in the same layout. */
import { bare, type NumberedPaper } from '../papers/numbered.ts';
import { asBraille, asPlain, type Block, type Line, layPages, toFile } from './pages.ts';
import { untellable } from './transcribe.ts';

const block = (kind: Block['kind'], text: string): Block[] => (text === '' ? [] : [{ kind, text: bare(text) }]);

/** Its blocks in groups: a question with its answers is one, kept on a page. */
export function blocksOf(paper: NumberedPaper): Block[][] {
  const { landlordName, dateline, versionline, title, paragraphs, code, formTitle, formHelp, questions } = paper;
  const groups = [
    [...block('item', landlordName), ...block('item', dateline), ...block('item', versionline)],
    block('heading', title),
    ...(code === null ? [] : [block('item', `${code.label}: ${code.digits}`)]),
    ...paragraphs.map((text) => block('paragraph', text)),
    // A heading never ends a page: it goes with what follows it.
    ...(questions.length === 0
      ? []
      : [[...block('heading', formTitle), ...formHelp.flatMap((text) => block('paragraph', text))]]),
    ...questions.map((question) => [
      ...block('item', `${question.number}. ${question.title}`),
      ...block('note', question.hint),
      ...question.options.flatMap(({ number, label }) => block('answer', `${number} ${label}`)),
      ...block('note', question.routing),
    ]),
    ...(paper.formEnd ?? []).map((text) => block('paragraph', text)),
  ];
  return groups.filter((group) => group.length > 0);
}

/** Pages of braille; for a language we do not transcribe, of plain words. */
export const braillePages = (paper: NumberedPaper, transcribed: boolean): Line[][] =>
  layPages(`${paper.landlordName}: ${paper.title}`, blocksOf(paper), transcribed ? asBraille : asPlain);

/** The same as a file: BRF, or UTF-8 text. */
export const brailleFile = (paper: NumberedPaper, transcribed: boolean): string =>
  toFile(braillePages(paper, transcribed));

/** Signs in a paper that we have no braille for. */
export const paperUntellable = (paper: NumberedPaper): string[] =>
  untellable(
    blocksOf(paper)
      .flat()
      .map(({ text }) => text)
      .join(' '),
  );

/** Languages we put into braille ourselves; papers in others go to a transcriber as plain words. */
export const isTranscribed = (language: string): boolean => language === 'en';
