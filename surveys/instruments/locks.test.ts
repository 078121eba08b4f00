import { expect, test } from 'vitest';
import { compile } from '../questionnaire/compile.ts';
import { type Element, surveySchema } from '../questionnaire/schema.ts';
import { mayAdd } from './additions.ts';
import { type Instrument, instrumentById } from './instruments.ts';
import { isLocked, lockProblems, lockSentence } from './locks.ts';

function set(id: string): Instrument {
  const found = instrumentById(id);
  if (!found) throw new Error(`no set ${id}`);
  return found;
}
const tsm = set('tsm-2023');
const scotland = set('scotland-charter');

/** The codes and places of what is wrong once the questions of a set were changed. */
function changed(of: Instrument, change: (elements: Element[]) => Element[]): string[] {
  const survey = surveySchema.parse(of.survey);
  const elements = change(survey.pages.flatMap((page) => page.elements));
  const draft = compile({ ...survey, pages: [{ name: 'all', elements }] });
  expect(draft.problems).toEqual([]);
  return lockProblems(of, draft).map(({ code, where }) => `${code} ${where}`);
}

const edit = (name: string, change: object) => (elements: Element[]) =>
  elements.map((one) => (one.name === name ? ({ ...one, ...change } as Element) : one));
const own = (name: string): Element => ({ type: 'comment', name, title: 'Why do you say that?' });
const after =
  (place: number, name = 'own') =>
  (elements: Element[]) =>
    elements.toSpliced(place, 0, own(name));

test('a set as it stands breaks nothing of itself', () => {
  for (const one of [tsm, set('tsm-2023-lcho'), set('panel-quarterly'), scotland]) {
    expect(lockProblems(one, compile(one.survey))).toEqual([]);
  }
});

test.each<[string, (elements: Element[]) => Element[], string[]]>([
  ['a question in other words', edit('tp01', { title: 'Are you happy?' }), ['wording_locked q.tp01.title']],
  ['a hint beside it', edit('tp01', { description: 'Be kind' }), ['wording_locked q.tp01.hint']],
  ['shorter words for texts', edit('tp01', { smsTitle: 'Happy?' }), ['wording_locked q.tp01.sms']],
  ['another answer counted as good', edit('tp01', { positive: ['neither'] }), ['scale_locked tp01']],
  [
    'a code for interviewers where there is none',
    edit('tp05', { interviewerOnly: ['refused'] }),
    ['scale_locked tp05'],
  ],
  ['no code for interviewers', edit('tp01', { interviewerOnly: undefined }), []],
  ['another filter', edit('tp02', { visibleIf: "{repair_12m} = 'no'" }), ['order_locked tp02']],
  ['a question left out', (all) => all.filter(({ name }) => name !== 'tp06'), ['order_locked tp06']],
  ['two that changed places', (all) => all.toSpliced(6, 2, ...all.slice(6, 8).reverse()), ['order_locked tp07']],
  ['an own question before the first', after(0), ['addition_out_of_place own']],
  ['an own question between a filter and what follows', after(2), ['addition_out_of_place own']],
  ['an own question inside a part', after(7), ['addition_out_of_place own']],
  ['an own question straight after the first', after(1), []],
  ['an own question at the end of a part', after(9), []],
  ['own questions at the very end', (all) => after(16, 'two')(after(15)(all)), []],
])('%s', (_name, change, found) => {
  expect(changed(tsm, change)).toEqual(found);
});

test('an answer left out is words and scale both', () => {
  const drop = (all: Element[]) =>
    all.map((one) => (one.name === 'tp05' && 'choices' in one ? { ...one, choices: one.choices.slice(0, 5) } : one));
  expect(changed(tsm, drop)).toEqual(['wording_locked q.tp05.option.not_applicable', 'scale_locked tp05']);
});

test('translations are free, and so is the source once another language is made the first', () => {
  const title = (words: string) => ({ title: { default: words, cy: 'Yn gyffredinol?' } });
  const same = compile(tsm.survey).texts['q.tp01.title'] ?? '';
  expect(changed(tsm, edit('tp01', title(same)))).toEqual([]);
  expect(changed(tsm, edit('tp01', title('Are you happy?')))).toEqual(['wording_locked q.tp01.title']);
});

test('words nobody could check may be put right, and their scale may not change', () => {
  expect(isLocked(scotland, 'arc01', 'words')).toBe(false);
  expect(changed(scotland, edit('arc01', { title: 'Overall, how satisfied are you?' }))).toEqual([]);
  expect(changed(scotland, edit('arc01', { positive: ['neither'] }))).toEqual(['scale_locked arc01']);
});

test('in a panel the wording of a measure is fixed, and nothing else', () => {
  const panel = set('panel-quarterly');
  expect(changed(panel, edit('stairs', { title: 'Clean?' }))).toEqual([]);
  expect(changed(panel, after(1))).toEqual([]);
  expect(changed(panel, (all) => all.filter(({ name }) => name !== 'overall'))).toEqual([]);
  expect(changed(panel, edit('overall', { title: 'Happy?' }))).toEqual(['wording_locked q.overall.title']);
});

test.each([
  ['tp01', 'after question 1.'],
  ['repair_12m', 'after question 5.'],
  ['tp10', 'after question 15.'],
  ['tp12', 'after question 15.'],
])('%s says where own questions go', (id, end) => {
  const sentence = lockSentence(tsm, compile(tsm.survey).compiled, id);
  expect(sentence).toBe(`This wording is fixed by the regulator. You can add your own questions ${end}`);
});

test('where own questions go moves with those that were added', () => {
  const { questions } = compile(tsm.survey).compiled;
  const draft = questions.toSpliced(1, 0, { ...questions[0]!, id: 'why' });
  expect(mayAdd(tsm, draft, 1)).toEqual({ may: true });
  expect(mayAdd(tsm, draft, 2)).toEqual({ may: true });
  expect(mayAdd(tsm, draft, 3)).toMatchObject({ may: false });
  expect(lockSentence(tsm, { compiler: 1, questions: draft }, 'repair_12m')).toContain('after question 6.');
});

test.each([
  ['end', 5, 'Your own questions go at the very end of this set.'],
  ['end', 15, null],
  ['nowhere', 15, 'This set takes no other questions.'],
  ['anywhere', 0, null],
] as const)('a set that takes own questions %s, at %i', (additions, position, why) => {
  const answer = mayAdd({ ...tsm, additions }, compile(tsm.survey).compiled.questions, position);
  expect(answer).toEqual(why === null ? { may: true } : { may: false, why });
});
