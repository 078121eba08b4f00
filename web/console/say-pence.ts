/** "2.4p" and "0.0315p": pence of which parts count, to the hundredth, or to three figures where that says more. */
export const sayPence = (pence: number): string =>
  `${pence.toLocaleString('en-GB', {
    maximumFractionDigits: 2,
    maximumSignificantDigits: 3,
    roundingPriority: 'morePrecision',
  })}p`;
