import type { Incoming } from '../../../db/commands/import-check.ts';
import { type Field, fieldName } from './fields.ts';

// What is remembered of 50,000 rows is kept as one short string each, not as objects: it halves the memory of a check.

/** What a row said of its home, in the order of `ofHome`, with its number before and the address lines behind. */
type Home = [row: number, parts: (string | null)[], lines: string[] | null];

const nameOf = ({ name }: Incoming) => (name ?? '').toLowerCase();
const ofHome = [
  ['uprn', 'uprn'],
  ['area', 'area'],
  ['scheme', 'scheme'],
  ['type', 'propertyType'],
  ['postcode', 'postcode'],
] as const satisfies readonly (readonly [keyof Incoming, Field])[];

/**
 * Makes a check of each row against those above it: one reference is one person, one tenancy is in one home, and people of one home say the
 * same of it (the first row counts). Finds groups we do not have. Adds to the row's faults and notes.
 */
export function amongRows(groups: ReadonlySet<string>): (row: Incoming) => Incoming {
  /** "row name" by reference. */
  const people = new Map<string, string>();
  /** JSON of home and tenure by tenancy. */
  const tenancies = new Map<string, string>();
  /** JSON of what was said first by home. */
  const homes = new Map<string, string>();

  const findTwin = (one: Incoming) => {
    if (one.reference === '') return;
    const first = people.get(one.reference);
    if (first === undefined) return void people.set(one.reference, `${one.row} ${nameOf(one)}`);
    const [row = ''] = first.split(' ', 1);
    const other = first === `${row} ${nameOf(one)}` ? '' : ' with another name';
    one.faults.push({ column: fieldName('reference'), value: one.reference, reason: `also in row ${row}${other}.` });
  };

  const findTenancy = (one: Incoming) => {
    const home = one.property ?? one.homeKey;
    if (one.tenancy === null || home === null || one.status !== null) return;
    const first = tenancies.get(one.tenancy);
    const said = first === undefined ? null : (JSON.parse(first) as [row: number, home: string, tenure: string | null]);
    if (said !== null && said[1] !== home)
      one.faults.push({
        column: fieldName('tenancyReference'),
        value: one.tenancy,
        reason: `also in row ${said[0]} with another home. A tenancy is of one home.`,
      });
    one.tenure = said?.[2] ?? one.tenure;
    if (said === null || said[2] !== one.tenure)
      tenancies.set(one.tenancy, JSON.stringify([said?.[0] ?? one.row, said?.[1] ?? home, one.tenure]));
  };

  const agree = (one: Incoming) => {
    const key = one.property ?? one.homeKey;
    if (key === null) return;
    const first = homes.get(key);
    const before: Home = first === undefined ? [one.row, [], null] : JSON.parse(first);
    for (const [at, [part, field]] of ofHome.entries()) {
      const [said, held] = [one[part], before[1][at] ?? null];
      if (said !== null && held !== null && said !== held)
        one.notes.push({
          column: fieldName(field),
          value: said,
          words: `read as ${held}, as row ${before[0]} says of this home`,
        });
      one[part] = held ?? said;
    }
    one.addressLines = before[2] ?? one.addressLines;
    const now = JSON.stringify([before[0], ofHome.map(([part]) => one[part]), one.addressLines]);
    if (now !== first) homes.set(key, now);
  };

  const findGroups = (one: Incoming) => {
    const unknown = one.groups?.find((group) => !groups.has(group));
    if (unknown !== undefined)
      one.faults.push({
        column: fieldName('panel'),
        value: unknown,
        reason: `There is no panel or group called "${unknown}".`,
      });
  };

  return (one) => {
    findTwin(one);
    findGroups(one);
    if (one.faults.length > 0) return one;
    findTenancy(one);
    if (one.faults.length === 0) agree(one);
    return one;
  };
}
