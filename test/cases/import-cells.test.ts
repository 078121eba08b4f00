import { expect, test } from 'vitest';
import { readAddress } from '../../server/actions/import/cells/address.ts';
import { splitName } from '../../server/actions/import/cells/name.ts';
import { readerOf } from '../../server/actions/import/cells/read.ts';
import { isField } from '../../server/actions/import/fields.ts';
import addresses from './import/addresses.json' with { type: 'json' };
import cells from './import/cells.json' with { type: 'json' };
import names from './import/names.json' with { type: 'json' };

const place = { today: '2026-11-23', nation: 'england-wales' } as const;

test.each(cells)('$field: $written', ({ field, written, ...wanted }) => {
  expect(isField(field)).toBe(true);
  expect(isField(field) && readerOf(field, place)(written)).toEqual(wanted);
});

test.each(addresses)('address $cells', ({ cells: lines, postcode, wanted }) => {
  expect(readAddress(lines, postcode)).toEqual(wanted);
});

test.each(names)('name $written', ({ written, wanted }) => {
  expect(splitName(written)).toEqual(wanted);
});
