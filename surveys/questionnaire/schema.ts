/** The SurveyJS JSON we accept. Strict: a property that is not here is a fault, not something to ignore. */
import { z } from 'zod';
import { limits } from '../limits.ts';

const words = z.union([z.string().max(limits.textLetters), z.record(z.string(), z.string().max(limits.textLetters))]);
/** What SurveyJS calls a file that is a photo. */
export const photoTypes = 'image/*';

/** Letters, numbers and _, a letter first: a question, a page. */
export const idPattern = /^[A-Za-z][A-Za-z0-9_]*$/;
const id = z.string().max(limits.idLetters).regex(idPattern);
const optionId = z
  .string()
  .max(limits.idLetters)
  .regex(/^[A-Za-z0-9_-]+$/);
const expression = z.string().max(limits.expressionLetters);

const asked = {
  name: id,
  title: words.optional(),
  description: words.optional(),
  /** Ours: a shorter wording for text messages. */
  smsTitle: words.optional(),
  isRequired: z.boolean().optional(),
  visibleIf: expression.optional(),
  requiredIf: expression.optional(),
  /** Ours: the answers counted as good, and the published measure whose wording this is. */
  positive: z.array(z.string()).optional(),
  measure: z.string().max(limits.idLetters).optional(),
  /** Ours: codes an interviewer may record when it is said unprompted; offered to nobody. */
  interviewerOnly: z.array(z.enum(['refused'])).optional(),
};

const choice = z.strictObject({ value: z.union([optionId, z.number().int()]), text: words.optional() });
const choices = {
  choices: z.array(choice).min(1).max(limits.options),
  showNoneItem: z.boolean().optional(),
  noneText: words.optional(),
  showRefuseItem: z.boolean().optional(),
  refuseText: words.optional(),
  showDontKnowItem: z.boolean().optional(),
  dontKnowText: words.optional(),
};
/** A number, or for a date the day itself. */
const limit = z.union([z.number(), z.iso.date()]).optional();
const range = { min: limit, max: limit };
const maxLength = z.number().int().min(1).max(limits.answerLetters).optional();

export const elementSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('radiogroup'), ...asked, ...choices }),
  z.strictObject({ type: z.literal('dropdown'), ...asked, ...choices }),
  z.strictObject({ type: z.literal('checkbox'), ...asked, ...choices }),
  z.strictObject({
    type: z.literal('rating'),
    ...asked,
    rateMin: z.number().int(),
    rateMax: z.number().int(),
    minRateDescription: words.optional(),
    maxRateDescription: words.optional(),
  }),
  z.strictObject({
    type: z.literal('boolean'),
    ...asked,
    valueTrue: z.literal('yes'),
    valueFalse: z.literal('no'),
    labelTrue: words.optional(),
    labelFalse: words.optional(),
  }),
  z.strictObject({
    type: z.literal('text'),
    ...asked,
    inputType: z.enum(['text', 'number', 'date']).optional(),
    ...range,
    maxLength,
  }),
  z.strictObject({ type: z.literal('comment'), ...asked, maxLength }),
  /** One photo, on the web. A file of another kind is refused. */
  z.strictObject({
    type: z.literal('file'),
    ...asked,
    acceptedTypes: z.literal(photoTypes),
    allowMultiple: z.literal(false).optional(),
  }),
]);
export type Element = z.infer<typeof elementSchema>;

/** The words of a page are said before its questions. Its name is only the key of its words; stored ones may lack it. */
const page = z.strictObject({ name: id.optional(), description: words.optional(), elements: z.array(elementSchema) });

export const surveySchema = z.strictObject({
  title: words.optional(),
  description: words.optional(),
  locale: z.string().optional(),
  pages: z.array(page).min(1),
});
export type SurveyJson = z.infer<typeof surveySchema>;
/** A `SurveyJson` with its words taken out. */
export type Structure = SurveyJson;

export { elementsOf } from './elements.ts';
