/** One word on how a wave goes, and the reason for it. For staff, in English. */
import { neededFor } from '../results/margin.ts';

/**
 * Share of all answers that have come by a share of the days, as dated data: most come soon after each message. A guess of ours, from what landlords
 * report of panels by text and email, until a landlord's own waves replace it.
 */
export const pace = {
  from: '2026-01-01',
  points: [
    [0, 0],
    [0.1, 0.3],
    [0.35, 0.6],
    [0.7, 0.85],
    [1, 1],
  ],
} as const;
/** Behind is below this share of what is expected by now. */
export const behindBelow = 0.8;
/** Nothing is said of a wave in its first days. */
export const daysToWait = 2;

export type HealthWord = 'on_track' | 'behind' | 'early' | 'paused' | 'enough' | 'too_few';

export interface Health {
  word: HealthWord;
  reason: string;
}

export interface WaveStanding {
  status: 'draft' | 'open' | 'paused' | 'closed';
  /** Of `days` in the field; 1 is the day it opened. */
  day: number;
  days: number;
  asked: number;
  answered: number;
  target: Target;
}

/** How many answers a wave is after, and where the number comes from: the margin wanted, or what usually comes of so many asked. */
export interface Target {
  answers: number;
  from: 'margin' | 'rate';
}

/** Answers to aim for: those the margin needs, unless so few were asked that no usual response gives them. */
export function targetOf(population: number, asked: number, aim: number, usualRate: number): Target {
  const needed = neededFor(aim, population);
  const usual = Math.ceil(Number((asked * usualRate).toFixed(9)));
  return needed <= usual ? { answers: needed, from: 'margin' } : { answers: usual, from: 'rate' };
}

/** Share of all answers expected by a share of the days: straight lines between the points of `pace`. */
export function expectedShare(time: number): number {
  const { points } = pace;
  const after = points.findIndex(([at]) => at >= time);
  if (after <= 0) return after === 0 ? 0 : 1;
  const [[fromAt, fromShare], [toAt, toShare]] = [points[after - 1], points[after]] as [
    readonly [number, number],
    readonly [number, number],
  ];
  return fromShare + ((time - fromAt) / (toAt - fromAt)) * (toShare - fromShare);
}

const say = (n: number) => n.toLocaleString('en-GB');
const aimWords = ({ answers, from }: Target) =>
  from === 'margin' ? `${say(answers)} are enough` : `${say(answers)} are usual of so many asked`;

/** The word and its reason. */
export function healthOf({ status, day, days, asked, answered, target }: WaveStanding): Health {
  const enough = answered >= target.answers;
  const have = `${say(answered)} ${answered === 1 ? 'has' : 'have'} answered; ${aimWords(target)}.`;
  if (status === 'closed') return { word: enough ? 'enough' : 'too_few', reason: have };
  if (status === 'paused') return { word: 'paused', reason: `Nothing is sent while it is paused. ${have}` };
  if (enough && asked > 0) return { word: 'on_track', reason: have };
  if (day <= daysToWait) return { word: 'early', reason: `Day ${Math.max(day, 1)}: too early to say. ${have}` };
  const expected = Math.round(target.answers * expectedShare(day / days));
  const reason = `By day ${day} of ${days} about ${say(expected)} answers are usual, and ${say(answered)} came. ${capital(aimWords(target))}.`;
  return { word: answered < expected * behindBelow ? 'behind' : 'on_track', reason };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
