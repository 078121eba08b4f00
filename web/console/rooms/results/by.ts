/** What results can be broken down by here. */
export const breakdowns = ['none', 'age', 'area', 'tenure'] as const;
export type By = (typeof breakdowns)[number];

/** A breakdown from the address; none for anything else. */
export const byFrom = (text: string): By => breakdowns.find((one) => one === text) ?? 'none';
