import { cleanText } from '../../../channels/sms/clean.ts';
import type { LandlordFacts } from '../../../db/queries/landlord.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import { askedNow } from '../../../surveys/interview/ask/asked.ts';
import { askAgainByText, askByText, listLanguages } from '../../../surveys/interview/ask/text.ts';
import type { InterviewEvent } from '../../../surveys/interview/types.ts';
import type { Language } from '../../../surveys/language.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { type PhraseKey, type PhraseValues, phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Deps } from '../../deps.ts';
import { languagesOf, wordsIn } from '../response/form.ts';
import type { Taken } from '../response/take-input.ts';

/** Says a phrase of a text with the landlord's short name and number in it. */
export type SayText = (key: PhraseKey, values?: PhraseValues) => string;

export function textSpeaker(landlord: LandlordFacts | null, language: string): SayText {
  const spoken: Language = phraseLanguage(language);
  const known = { name: landlord?.shortName || landlord?.name || '', phone: landlord?.phone ?? '' };
  return (key, values) => cleanText(phrase(spoken, key, { ...known, ...values }));
}

/** Languages that can be chosen by text: those the landlord offers that this form can be asked in. */
export const offeredByText = ({
  form,
  landlord,
}: {
  form: Taken['form'];
  landlord: LandlordFacts | null;
}): Language[] => languagesOf(form).filter((code) => landlord?.languages.includes(code) ?? true);

interface Asking {
  deps: Pick<Deps, 'env'>;
  landlord: LandlordFacts | null;
  taken: Pick<Taken, 'survey' | 'form' | 'state'>;
}

interface Telling extends Asking {
  taken: Taken;
  /** The free answer was already being written before this text. */
  wasWriting: boolean;
}

const linkOf = ({ env }: Pick<Deps, 'env'>, { code }: Survey) => `${env.publicUrl}/s/${code ?? ''}`;

function asking({ deps, landlord, taken: { survey, form, state } }: Asking) {
  const { texts, language } = wordsIn(form, state.language, survey.format);
  const asked = askedNow(form.compiled, state, { texts, language, landlord: landlord?.name ?? '' }, 'text');
  return { asked, language, values: { phone: landlord?.phone ?? '', link: linkOf(deps, survey) } };
}

/** The open question as it is texted; null when none is open. */
export function questionAgain(telling: Asking): string | null {
  const { asked, language, values } = asking(telling);
  return asked && cleanText(askByText(asked, language, values));
}

function again(telling: Telling, attempt: number): string | null {
  const { asked, language, values } = asking(telling);
  return asked && cleanText(askAgainByText(asked, attempt, language, values));
}

function thanks({ deps, landlord, taken: { survey, state } }: Telling): string {
  const say = textSpeaker(landlord, state.language);
  const date = survey.actionOn ?? survey.resultsOn;
  return date === null
    ? say('sms.thanks_short')
    : say('sms.thanks', { date: sayDay(state.language, date), site: deps.env.publicUrl });
}

/** The events that are answered, the one that settles the reply first. */
const answered = ['interview_finished', 'gave_up_asking', 're_asked', 'languages_listed', 'question_asked'] as const;

const deciding = (events: readonly InterviewEvent[]): InterviewEvent | undefined =>
  answered.flatMap((type) => events.findLast((event) => event.type === type) ?? [])[0];

/** What we text back after a turn; null is silence (one more text of a written answer). A photo gone past is told of first. */
export function replyTo(telling: Telling): string | null {
  const reply = replyOf(telling);
  const { events, survey, state } = telling.taken;
  if (reply === null || !events.some((event) => event.type === 'photo_left')) return reply;
  const line = textSpeaker(telling.landlord, state.language)('sms.photo', { link: linkOf(telling.deps, survey) });
  return state.status === 'finished' ? `${reply}\n${line}` : `${line}\n${reply}`;
}

function replyOf(telling: Telling): string | null {
  const { taken, landlord, wasWriting } = telling;
  const { state, events, form } = taken;
  const event = deciding(events);
  switch (event?.type) {
    case 'interview_finished':
      return thanks(telling);
    case 'gave_up_asking':
      return textSpeaker(landlord, state.language)('sms.still_unclear');
    case 're_asked':
      return again(telling, event.attempt);
    case 'languages_listed':
      return listLanguages(state.language, offeredByText({ form, landlord }));
    case 'question_asked':
      return questionAgain(telling);
  }
  if (state.writing) return wasWriting ? null : textSpeaker(landlord, state.language)('sms.more');
  return state.status === 'finished' ? thanks(telling) : questionAgain(telling);
}

/** True when a person must look at what was texted: it could not be read to the end. */
export const gaveUp = ({ events }: Taken): boolean => events.some((event) => event.type === 'gave_up_asking');
