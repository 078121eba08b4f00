import fc from 'fast-check';
import { type CommandName, commands, type Inputs } from '../../surveys/questionnaire/edit/commands.ts';
import { itemKey, shownOf } from '../../surveys/questionnaire/edit/flat.ts';
import { editKinds, offered } from '../../surveys/questionnaire/edit/kinds.ts';
import { readSurveyJson } from '../../surveys/questionnaire/read.ts';
import { elementsOf, type SurveyJson } from '../../surveys/questionnaire/schema.ts';

/** Numbers and words from which an edit is made to fit whatever draft it meets. */
interface Wish {
  name: CommandName;
  which: number;
  other: number;
  text: string;
  on: boolean;
}

const phrases = [
  'Stairs',
  'How clean are the stairs?',
  'Why?',
  'Yes',
  'None of these',
  'Świetnie!',
  'کیوں؟',
  '0',
  '',
  'constructor',
];
export const wish = (names: readonly CommandName[] = Object.keys(commands) as CommandName[]): fc.Arbitrary<Wish> =>
  fc.record({
    name: fc.constantFrom(...names),
    which: fc.nat(40),
    other: fc.nat(40),
    text: fc.oneof(fc.constantFrom(...phrases), fc.string({ maxLength: 30 })),
    on: fc.boolean(),
  });

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** What each command is given, for the question at `which` of this draft. */
function inputsFor(survey: SurveyJson, { which, other, text, on }: Wish): Inputs {
  const element = pick(elementsOf(survey), which);
  const before = pick(elementsOf(survey).slice(0, which), other);
  const question = element?.name ?? 'none';
  const shown = shownOf(survey).map(itemKey);
  const item = pick(shown, which) ?? 'none';
  const answer = element ? (pick(offered(element), other) ?? 'none') : 'none';
  const kind = pick(editKinds, other) ?? 'single';
  const value = before ? pick(offered(before), which) : undefined;
  const how = value === undefined || before === undefined ? ('answered' as const) : ('is' as const);
  return {
    add_question: { kind, title: text, to: which, answers: [text, 'No', 'Stairs'] },
    add_words: { text, to: which },
    remove: { item, branches: on },
    move: { item, to: other % (shown.length + 1) },
    change_kind: { question, kind, branches: on },
    reword: { key: on ? `q.${question}.title` : `q.${question}.option.${answer}`, text },
    add_answer: { question, text },
    remove_answer: { question, answer, branches: on },
    move_answer: { question, answer, to: other },
    offer: { question, which: pick(['none', 'dontknow', 'refused'] as const, other) ?? 'none', on, branches: on },
    require: { question, on },
    ask_if: {
      question,
      branch: before ? { join: 'and', tests: [{ question: before.name, how, values: value ? [value] : [] }] } : null,
    },
    use_scale: { question, scale: 'satisfied', languages: ['cy'], branches: on },
    count_good: { question, answers: on ? [answer] : [] },
    limit: { question, min: other - which, max: other },
    duplicate: { question },
  };
}

/** The draft after a wish: the same where it is refused. */
export function wished(survey: SurveyJson, one: Wish): SurveyJson {
  const inputs = inputsFor(survey, one);
  const run = <N extends CommandName>(name: N) => commands[name](survey, inputs[name]);
  const outcome = run(one.name);
  return 'refused' in outcome ? survey : outcome.survey;
}

/** A draft of every kind of question, with branches, two languages and words to read. */
export const everyKind: SurveyJson = read({
  title: { default: 'Spring panel', cy: 'Panel y gwanwyn' },
  description: 'We ask what you think.',
  pages: [
    {
      name: 'page1',
      elements: [
        {
          type: 'radiogroup',
          name: 'stairs',
          title: { default: 'How clean are the stairs?', cy: 'Pa mor lân yw’r grisiau?' },
          choices: [
            { value: 'clean', text: { default: 'Clean', cy: 'Glân' } },
            { value: 'dirty', text: { default: 'Dirty', cy: 'Budr' } },
          ],
          showDontKnowItem: true,
          positive: ['clean'],
        },
        { type: 'comment', name: 'why', title: 'Why?', visibleIf: "{stairs} = 'dirty'" },
      ],
    },
    {
      name: 'page2',
      description: { default: 'Now about repairs.', cy: 'Nawr am atgyweiriadau.' },
      elements: [
        {
          type: 'checkbox',
          name: 'rooms',
          title: 'Which rooms?',
          choices: [
            { value: 'hall', text: 'Hall' },
            { value: 'lift', text: 'Lift' },
          ],
          showNoneItem: true,
        },
        { type: 'rating', name: 'overall', title: 'Overall?', rateMin: 0, rateMax: 10 },
        {
          type: 'boolean',
          name: 'again',
          title: 'May we ring?',
          visibleIf: "{overall} <= 4 and {rooms} contains 'lift'",
        },
      ],
    },
    {
      name: 'page3',
      elements: [
        { type: 'text', name: 'rooms_count', title: 'How many?', inputType: 'number', min: 0, max: 20 },
        {
          type: 'text',
          name: 'when',
          title: 'When?',
          inputType: 'date',
          visibleIf: "({rooms_count} > 2 or {again} = 'yes') and {why} notempty",
        },
        { type: 'text', name: 'who', title: 'Who?' },
        { type: 'file', name: 'photo', title: 'A photo?', acceptedTypes: 'image/*' },
      ],
    },
  ],
});

function read(json: unknown): SurveyJson {
  const { survey, problems } = readSurveyJson(json);
  if (!survey) throw new Error(JSON.stringify(problems));
  return survey;
}
