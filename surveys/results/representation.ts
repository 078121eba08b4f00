/** Who we hear: the make-up of the answers beside that of the home list. */
export type Signal = 'ok' | 'amber' | 'red';

/** Ratios of answers to the list outside which a group is marked, as dated data. */
export const ratioLimits = {
  from: '2026-01-01',
  amber: { low: 0.8, high: 1.25 },
  red: { low: 0.5, high: 2 },
} as const;

export interface GroupCounts {
  group: string;
  label: string;
  population: number;
  asked: number;
  answered: number;
}

/** Shares are of all in their column. ratio: share of answers over share of the list; null when either is nothing. */
export interface GroupHeard extends GroupCounts {
  populationShare: number;
  askedShare: number;
  answeredShare: number;
  gap: number;
  ratio: number | null;
  signal: Signal;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Each group's place among those on the list, those asked and those who answered. Nothing is marked before anyone has answered. */
export function whoWeHear(groups: readonly GroupCounts[]): readonly GroupHeard[] {
  const total = (of: 'population' | 'asked' | 'answered') => groups.reduce((sum, group) => sum + group[of], 0);
  const [population, asked, answered] = [total('population'), total('asked'), total('answered')];
  return groups.map((group) => {
    const populationShare = share(group.population, population);
    const answeredShare = share(group.answered, answered);
    const ratio = populationShare === 0 || answered === 0 ? null : answeredShare / populationShare;
    return {
      ...group,
      populationShare,
      askedShare: share(group.asked, asked),
      answeredShare,
      gap: answeredShare - populationShare,
      ratio,
      signal: signalOf(ratio),
    };
  });
}

/** Amber outside 0.8 to 1.25, red outside 0.5 to 2. */
export function signalOf(ratio: number | null): Signal {
  if (ratio === null) return 'ok';
  const { amber, red } = ratioLimits;
  if (ratio < red.low || ratio > red.high) return 'red';
  return ratio < amber.low || ratio > amber.high ? 'amber' : 'ok';
}

/** Share of the answers that would have to come from another group to match the list: half the sum of the gaps (Duncan). */
export const dissimilarity = (heard: readonly GroupHeard[]): number =>
  heard.reduce((sum, group) => sum + Math.abs(group.gap), 0) / 2;
