import { z } from 'zod';
import { type Format, formatCodes } from '../format.ts';
import { stepChannels } from './channel.ts';
import { postages, usualPostage } from './postage.ts';

/** More steps than this is not a contact plan but a nuisance. */
export const maxSteps = 12;
/** A wave is in the field for at most four months. */
export const maxDay = 120;

/** From this age on a letter is worth its price: paper is what many of them answer by. */
export const olderFrom = 65;
/** Whom a step is for: all who are still to answer, or those without email and mobile and those of 65 and over. */
export const stepPeople = ['all', 'offline_or_older'] as const;

const localTimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Type a time like 10:00.');

/** One step of a contact plan. */
export const planStep = z.object({
  /** Days after the wave opens; day 0 is the day it opens. Ignored where `date` is given. */
  day: z.number().int().min(0).max(maxDay),
  date: z.iso.date().nullable().default(null),
  /** Local time; null is "as soon as the day has come". */
  time: localTimeOfDay.nullable().default(null),
  /** Tried in order for each person; `best` stands for that person's own order. */
  channels: z.array(z.enum(['best', ...stepChannels])).min(1),
  kind: z.enum(['invitation', 'reminder']),
  onlyIfNotAnswered: z.boolean().default(true),
  people: z.enum(stepPeople).default('all'),
  /** How what goes by post is posted. */
  postage: z.enum(postages).default(usualPostage),
  /** Print sizes this step may go out in; null is each person's own. */
  formats: z
    .array(z.enum(formatCodes as [Format, ...Format[]]))
    .min(1)
    .nullable()
    .default(null),
});
export type PlanStep = z.infer<typeof planStep>;

/** Ordered steps; local dates and times, in the wave's own time zone. */
export const contactPlan = z
  .object({ steps: z.array(planStep).min(1).max(maxSteps) })
  .refine(({ steps }) => steps[0]?.kind === 'invitation', 'The first step must be the invitation.')
  .refine(({ steps }) => steps.every(inOrder), 'Each step must come on or after the day of the step before it.');
export type ContactPlan = z.infer<typeof contactPlan>;

const inOrder = (step: PlanStep, index: number, steps: readonly PlanStep[]) => {
  const before = steps[index - 1];
  if (before === undefined) return true;
  if (step.date !== null && before.date !== null) return step.date >= before.date;
  return step.date !== null || before.date !== null || step.day >= before.day;
};

/** Whether a step is meant for somebody: of 65 and over, or without email and mobile, where it is only for those. */
export const isForThem = (
  { people }: Pick<PlanStep, 'people'>,
  { older, digital }: { older: boolean; digital: boolean },
) => people !== 'offline_or_older' || older || !digital;
