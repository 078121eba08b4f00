import { landlordFacts } from '../../../db/queries/landlord.ts';
import { surveysOfNumbers, type TextSurvey } from '../../../db/queries/texting.ts';
import type { TrayRow } from '../../../db/queries/tray.ts';
import { readText } from '../../../surveys/interview/answer/text.ts';
import { askedNow } from '../../../surveys/interview/ask/asked.ts';
import type { AnswerValue, Input } from '../../../surveys/interview/types.ts';
import type { Deps } from '../../deps.ts';
import { takenWords } from '../interview/keyed-words.ts';
import { displayName } from '../resident/name.ts';
import { formOf, wordsIn } from '../response/form.ts';
import { standingOf } from '../response/standing.ts';
import { interviewOf } from '../response/take-input.ts';

/** Something that can be done with a message. */
export interface Suggestion {
  key: string;
  label: string;
}

/** An answer a text may be: whose, to which question, and what it says. */
export interface PossibleAnswer {
  invitationId: string;
  residentId: string | null;
  question: string;
  number: number;
  said: string;
  input: Input;
}

const answersOne = new Set(['shared_number', 'after_stop', 'unclear', 'fault']);

const mayAnswer = ({ channel, trayReason }: TrayRow): boolean => channel === 'sms' && answersOne.has(trayReason);

/** What the numbers of some messages may have texted about, and how the landlord is called in it. */
export interface TextedAbout {
  landlord: string;
  byNumber: ReadonlyMap<string, readonly TextSurvey[]>;
}

/** Looks up all the messages that may be answers at once: a full tray takes as many statements as one message. */
export async function textedAbout({ db, clock }: Deps, rows: readonly TrayRow[]): Promise<TextedAbout> {
  const numbers = [...new Set(rows.filter(mayAnswer).map(({ fromAddress }) => fromAddress))];
  if (numbers.length === 0) return { landlord: '', byNumber: new Map() };
  const found = await surveysOfNumbers(db, numbers, clock.now());
  const landlord = await landlordFacts(db);
  return { landlord: landlord?.name ?? '', byNumber: new Map(found.map(({ number, surveys }) => [number, surveys])) };
}

/** The answers that a text would be to the surveys its number has open. */
export async function possibleAnswers(
  deps: Deps,
  row: TrayRow,
  { landlord, byNumber }: TextedAbout,
): Promise<PossibleAnswer[]> {
  if (!mayAnswer(row)) return [];
  const now = deps.clock.now();
  const found = await Promise.all(
    (byNumber.get(row.fromAddress) ?? []).map(async (survey): Promise<PossibleAnswer[]> => {
      const form = await formOf(deps, survey.versionId);
      const state = interviewOf(survey, form);
      if (['closed', 'not_open'].includes(standingOf(survey, state, now))) return [];
      const { texts, language } = wordsIn(form, state.language, survey.format);
      const asked = askedNow(form.compiled, state, { texts, language, landlord });
      const { input } = readText(row.body, { compiled: form.compiled, state, texts });
      if (!asked || input?.type !== 'answer') return [];
      const said = takenWords(asked, input.value as AnswerValue);
      return [
        {
          invitationId: survey.invitationId,
          residentId: survey.residentId,
          question: asked.question.id,
          number: asked.number,
          said,
          input,
        },
      ];
    }),
  );
  return found.flat();
}

const nameOf = ({ people }: TrayRow, residentId: string | null): string => {
  const person = people.find(({ id }) => id === residentId);
  return person ? displayName(person) : 'the resident';
};

/** What can be done with a message, most likely first. Filing is last, but first where somebody may be in danger: only when that is dealt with may it go. */
export async function suggestionsFor(deps: Deps, row: TrayRow, about: TextedAbout): Promise<Suggestion[]> {
  const answers = await possibleAnswers(deps, row, about);
  const stops = row.trayReason === 'sounds_like_stop' ? row.people : [];
  const others = [
    ...stops.map((person) => ({
      key: `stop:${person.id}`,
      label: `Stop surveys to ${displayName(person)} by every way`,
    })),
    ...answers.map(({ invitationId, residentId, number, said }) => ({
      key: `answer:${invitationId}`,
      label: `${nameOf(row, residentId)}, question ${number} = ${said}`,
    })),
    ...(row.done === 'commented'
      ? row.items.map(({ id, number, title }) => ({ key: `place:${id}`, label: `Item ${number}, ${title}` }))
      : []),
    ...(row.done === 'commented'
      ? []
      : row.meetings.map(({ id, title, group }) => ({
          key: `comment:${id}`,
          label: `Make it a comment: ${group}, ${title}`,
        }))),
    ...(row.residentId === null
      ? row.people.map((person) => ({ key: `give:${person.id}`, label: `It is from ${displayName(person)}` }))
      : []),
  ];
  return row.urgent === null
    ? [...others, { key: 'file', label: 'File it: nothing more to do' }]
    : [{ key: 'file', label: 'It is dealt with: somebody has rung them or gone there' }, ...others];
}
