/** From a file to the SurveyJS JSON that is asked. Scales and the answers counted as good stand once, in `scales.json`. */
import { z } from 'zod';
import scalesJson from './scales.json' with { type: 'json' };
import { type InstrumentFile, type InstrumentQuestion, wordsSchema } from './schema.ts';

type Words = z.output<typeof wordsSchema>;

const choice = z.strictObject({ value: z.string(), text: wordsSchema });
const { scales, outside, approved } = z
  .strictObject({
    /** Languages in which a person has said that the scales are right; the words in any other are drafts. */
    approved: z.array(z.string()).default([]),
    scales: z.record(z.string(), z.strictObject({ positive: z.array(z.string()), choices: z.array(choice).min(2) })),
    outside: z.record(z.string(), choice),
  })
  .parse(scalesJson);

export const approvedScales: readonly string[] = approved;

/** The words of every answer of every scale, by language, English by its own code. */
export const scaleWords: readonly Record<string, string>[] = [
  ...Object.values(scales).flatMap(({ choices }) => choices),
  ...Object.values(outside),
].flatMap(({ text }) => {
  if (typeof text === 'string') return [];
  const { default: en = '', ...others } = text;
  return [{ en, ...others }];
});

/** The words in the languages of the set: a scale has more languages than some sets do. */
function wordsIn(words: Words, [, ...others]: readonly string[]): Words {
  if (typeof words === 'string') return words;
  if (others.length === 0) return words.default ?? '';
  return Object.fromEntries(Object.entries(words).filter(([code]) => code === 'default' || others.includes(code)));
}

function answersOf({ scale, positive, outside: more }: InstrumentQuestion, languages: readonly string[]) {
  if (scale === undefined) return positive ? { positive } : {};
  const found = scales[scale];
  if (!found) throw new RangeError(`No scale ${scale}`);
  const choices = [...found.choices, ...more.flatMap((id) => outside[id] ?? [])];
  const good = positive ?? found.positive;
  return {
    choices: choices.map(({ value, text }) => ({ value, text: wordsIn(text, languages) })),
    ...(good.length > 0 && { positive: good }),
  };
}

const elementOf = (question: InstrumentQuestion, languages: readonly string[]) => ({
  ...question.ask,
  ...answersOf(question, languages),
  ...(question.filter && { visibleIf: `{${question.filter.question}} = '${question.filter.is}'` }),
  ...(question.code && { measure: question.code }),
  ...(question.interviewerOnly.length > 0 && { interviewerOnly: question.interviewerOnly }),
});

/** Multilingual SurveyJS JSON, ready for `compile`. Fails with `RangeError` on a scale there is none of. */
export const surveyOf = ({ id, title, intro, questions, languages }: InstrumentFile): Record<string, unknown> => ({
  title,
  description: intro,
  pages: [{ name: id.replaceAll('-', '_'), elements: questions.map((question) => elementOf(question, languages)) }],
});
