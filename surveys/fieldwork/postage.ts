import type { StepChannel } from './channel.ts';

/** How a letter is posted, the quickest first. */
export const postages = ['first', 'second', 'economy'] as const;
export type Postage = (typeof postages)[number];

/** What a letter goes by where nothing is said: plans made before it could be chosen, packs of groups, replies. */
export const usualPostage: Postage = 'second';

interface Transit {
  /** In a sentence: "first class". */
  words: string;
  /** Days of delivery it takes, at the least and as a rule at the most. */
  days: readonly [number, number];
  /** Whether Saturday is a day of delivery. */
  saturdays: boolean;
}

/** What GOV.UK Notify tells of each class. Royal Mail delivers second class and economy from Monday to Friday. */
export const transits: Readonly<Record<Postage, Transit>> = {
  first: { words: 'first class', days: [1, 2], saturdays: true },
  second: { words: 'second class', days: [3, 4], saturdays: false },
  economy: { words: 'economy', days: [3, 6], saturdays: false },
};

/** How the letters of one step of a plan are posted; of none that the plan has, as usual. */
export const postageOf = (steps: readonly { postage?: Postage }[], step: number): Postage =>
  steps[step]?.postage ?? usualPostage;

/** Whether letters can go by a step: it names post, or people's own way. */
export const mayPost = ({ channels }: { channels: readonly (StepChannel | 'best')[] }): boolean =>
  channels.includes('post') || channels.includes('best');
