import type { ReactNode } from 'react';

/** A wave, or one to come, as the calendar shows it. */
export interface Entry {
  key: string;
  opensOn: string;
  closesOn: string;
  what: ReactNode;
  purpose: string;
  state: ReactNode;
}

export interface Month {
  /** YYYY-MM. */
  month: string;
  entries: Entry[];
}

/** Entries by the month they open in: from this month on in order, then those that are past, newest first. */
export function inMonths(entries: readonly Entry[], now: string): Month[] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))) {
    const month = entry.opensOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  const all = [...months].map(([month, inMonth]) => ({ month, entries: inMonth }));
  return [...all.filter(({ month }) => month >= now), ...all.filter(({ month }) => month < now).reverse()];
}
