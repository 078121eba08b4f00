/** Whom a wave leaves out because its campaign asked them before, and for how long that holds in days; null is the last wave only. */
export const refreshes = {
  nobody: { days: 0, words: 'nobody' },
  last_wave: { days: null, words: 'those the last wave asked' },
  year: { days: 365, words: 'everyone asked in the last 12 months' },
} as const;
export type Refresh = keyof typeof refreshes;
export const refreshCodes = Object.keys(refreshes) as [Refresh, ...Refresh[]];
