import type { Incoming } from '../../../db/commands/import-check.ts';
import { type Field, fieldName } from './fields.ts';

/** What earlier rows of the file said of a home. */
type Home = Pick<Incoming, 'row' | 'uprn' | 'addressLines' | 'postcode' | 'area' | 'scheme' | 'type'>;

const nameOf = ({ name }: Incoming) => (name ?? '').toLowerCase();
const ofHome = [
  ['uprn', 'uprn'],
  ['area', 'area'],
  ['scheme', 'scheme'],
  ['type', 'propertyType'],
  ['postcode', 'postcode'],
] as const satisfies readonly (readonly [keyof Home, Field])[];

/**
 * Makes a check of each row against those above it: one reference is one person, one tenancy is in one home, and people of one home say the
 * same of it (the first row counts). Finds groups we do not have. Adds to the row's faults and notes.
 */
export function amongRows(groups: ReadonlySet<string>): (row: Incoming) => Incoming {
  const people = new Map<string, { row: number; name: string }>();
  const tenancies = new Map<string, { row: number; home: string; start: string | null; tenure: string | null }>();
  const homes = new Map<string, Home>();

  const findTwin = (one: Incoming) => {
    if (one.reference === '') return;
    const first = people.get(one.reference);
    if (first === undefined) return void people.set(one.reference, { row: one.row, name: nameOf(one) });
    const other = first.name === nameOf(one) ? '' : ' with another name';
    const reason = `also in row ${first.row}${other}.`;
    one.faults.push({ column: fieldName('reference'), value: one.reference, reason });
  };

  const findTenancy = (one: Incoming) => {
    const home = one.property ?? one.homeKey;
    if (one.tenancy === null || home === null || one.status !== null) return;
    const first = tenancies.get(one.tenancy);
    const { row, tenancyStart: start, tenure } = one;
    if (first === undefined) return void tenancies.set(one.tenancy, { row, home, start, tenure });
    if (first.home !== home)
      one.faults.push({
        column: fieldName('tenancyReference'),
        value: one.tenancy,
        reason: `also in row ${first.row} with another home. A tenancy is of one home.`,
      });
    one.tenure = first.tenure ??= tenure;
  };

  const agree = (one: Incoming) => {
    const key = one.property ?? one.homeKey;
    if (key === null) return;
    const first = homes.get(key);
    if (first === undefined) {
      const { row, uprn, addressLines, postcode, area, scheme, type } = one;
      return void homes.set(key, { row, uprn, addressLines, postcode, area, scheme, type });
    }
    for (const [part, field] of ofHome) {
      const [said, before] = [one[part], first[part]];
      if (said !== null && before !== null && said !== before)
        one.notes.push({
          column: fieldName(field),
          value: said,
          words: `read as ${before}, as row ${first.row} says of this home`,
        });
      one[part] = first[part] ??= said;
    }
    one.addressLines = first.addressLines ??= one.addressLines;
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
