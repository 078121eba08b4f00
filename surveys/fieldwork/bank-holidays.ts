/**
 * Bank holidays as proclaimed, by nation; days that count in place of a weekend are listed, and so is the day itself.
 * Source: gov.uk/bank-holidays for 2025 to 2028; 15 June 2026 in Scotland was proclaimed on 4 February 2026.
 */
export const nations = ['england-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/** The last day these lists are good for. A wave that closes later cannot be planned with them. */
export const bankHolidaysKnownUntil = '2028-12-31';

/** Christmas, Boxing and New Year's Day that fall on a Saturday: nobody is written to, though the holiday moved. */
const feasts = ['2026-12-26', '2027-12-25', '2028-01-01'];

const everywhere = [
  ...['2025-01-01', '2025-04-18', '2025-05-05', '2025-05-26', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-05-04', '2026-05-25', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-05-03', '2027-05-31', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-05-01', '2028-05-29', '2028-12-25', '2028-12-26'],
  ...feasts,
];

const easterMondayAndLateAugust = [
  ...['2025-04-21', '2025-08-25', '2026-04-06', '2026-08-31'],
  ...['2027-03-29', '2027-08-30', '2028-04-17', '2028-08-28'],
];

export const bankHolidays: Record<Nation, ReadonlySet<string>> = {
  'england-wales': new Set([...everywhere, ...easterMondayAndLateAugust]),
  scotland: new Set([
    ...everywhere,
    ...['2025-01-02', '2025-08-04', '2025-12-01', '2026-01-02', '2026-06-15', '2026-08-03', '2026-11-30'],
    ...['2027-01-04', '2027-08-02', '2027-11-30', '2028-01-04', '2028-08-07', '2028-11-30'],
  ]),
  'northern-ireland': new Set([
    ...everywhere,
    ...easterMondayAndLateAugust,
    ...['2025-03-17', '2025-07-14', '2026-03-17', '2026-07-13', '2027-03-17', '2027-07-12', '2028-03-17', '2028-07-12'],
  ]),
};
