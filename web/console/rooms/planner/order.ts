import { usualPostage } from '../../../../surveys/fieldwork/postage.ts';
import type { Step } from './plan.ts';

/** A reminder comes this many days after the step before it. */
const apart = 7;

export const replaceStep = (steps: readonly Step[], index: number, part: Partial<Step>): Step[] =>
  steps.map((step, at) => (at === index ? { ...step, ...part } : step));

export const removeStep = (steps: readonly Step[], index: number): Step[] => steps.filter((_, at) => at !== index);

/** Two steps change places; the days stay where they are, so that they stay in order. */
export function moveStep(steps: readonly Step[], index: number, by: -1 | 1): Step[] {
  const one = steps[index];
  const other = steps[index + by];
  if (!one || !other) return [...steps];
  const when = ({ day, date, time }: Step) => ({ day, date, time });
  return steps.map((step, at) => {
    if (at === index) return { ...other, ...when(one) };
    return at === index + by ? { ...one, ...when(other) } : step;
  });
}

/** One more reminder at the end, a week later. */
export function addStep(steps: readonly Step[]): Step[] {
  const day = Math.max(0, ...steps.map((step) => step.day)) + (steps.length > 0 ? apart : 0);
  const kind = steps.length === 0 ? 'invitation' : 'reminder';
  return [
    ...steps,
    {
      day,
      date: null,
      time: '10:00',
      channels: ['best'],
      kind,
      onlyIfNotAnswered: true,
      people: 'all',
      postage: usualPostage,
      formats: null,
    },
  ];
}
