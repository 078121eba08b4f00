import { type Reading, readText } from '../../../surveys/interview/answer/text.ts';
import type { Input, InterviewEvent, State } from '../../../surveys/interview/types.ts';
import { offeredByText, questionAgain, replyTo, textSpeaker } from '../inbound/text-turn.ts';
import { wordsIn } from '../response/form.ts';
import type { Practice } from './practise.ts';

/** A practised text as it is read: what it gives the interview, which may be nothing. */
export interface PractisedReading {
  reading: Reading;
  inputs: readonly Input[];
}

/** Any number starts what nobody has begun, as it does where the invitation was the last thing sent. */
const isNumber = (words: string) => /^\s*\p{Nd}{1,2}\s*[.)!]*\s*$/u.test(words);

/** Reads a text as one to the landlord's number would be read. */
export function readPractised({ form, landlord, survey }: Practice, state: State, words: string): PractisedReading {
  const { texts } = wordsIn(form, state.language, survey.format);
  const asking = { compiled: form.compiled, texts, state, offered: offeredByText({ form, landlord }) };
  const reading = readText(words, asking);
  const starts = reading.keyword === null && reading.input === null && state.status === 'new' && isNumber(words);
  const input: Input | null = starts ? { type: 'start' } : reading.input;
  // After STOP only START opens anything.
  if (state.status === 'stopped' && reading.keyword !== 'start') return { reading, inputs: [] };
  return { reading, inputs: input === null ? [] : [input] };
}

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join('\n') || null;

/** What is texted back, by the words of the real thing; null is silence. */
export function sayPractised(
  { form, landlord, survey, env }: Practice,
  { reading, inputs }: PractisedReading,
  before: State,
  { state, events }: { state: State; events: readonly InterviewEvent[] },
): string | null {
  const say = textSpeaker(landlord, state.language);
  const taken = { survey, form, state, events, turnedAway: null };
  const telling = { deps: { env }, landlord, taken };
  if (reading.keyword === 'stop') return say('sms.stop');
  if (reading.keyword === 'help') return say('sms.help');
  if (reading.keyword === 'start') return joined([say('sms.start'), questionAgain(telling)]);
  const urgent = reading.urgent ? say('sms.urgent') : null;
  if (before.status === 'stopped') return urgent;
  if (inputs.length === 0) return urgent ?? say('sms.not_survey');
  return joined([urgent, replyTo({ ...telling, wasWriting: before.writing })]);
}
