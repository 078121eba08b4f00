/** Bands as a person types them, one a line: "16 to 24", "17-25", "85 and over", "85+"; words before a colon name one. */
export interface TypedBand {
  label: string;
  from: number;
  to: number | null;
}

const line = /^(?:(.+?):)?\s*(\d{1,3})\s*(?:(?:to|i|[-–])\s*(\d{1,3})|(\+|and over|and older|a hŷn|neu hŷn))$/i;

/** The bands of some lines, and the lines that are none. */
export function readBandLines(text: string): { bands: TypedBand[]; unread: string[] } {
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const read = lines.map((one) => ({ one, found: line.exec(one) }));
  return {
    bands: read.flatMap(({ found }) =>
      found
        ? [
            {
              label: (found[1] ?? '').trim(),
              from: Number(found[2]),
              to: found[3] === undefined ? null : Number(found[3]),
            },
          ]
        : [],
    ),
    unread: read.filter(({ found }) => found === null).map(({ one }) => one),
  };
}

/** The same bands as lines. */
export const writeBandLines = (bands: readonly TypedBand[]): string =>
  bands.map(({ from, to }) => (to === null ? `${from} and over` : `${from} to ${to}`)).join('\n');
