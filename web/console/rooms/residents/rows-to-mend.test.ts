import { expect, test } from 'vitest';
import { recordsOf, rowsToMend } from './rows-to-mend.ts';

const csv = 'ref,name\r\n1,Ann\r\n2,"Bo,\nsecond line"\r\n3,Cy';

test('a line break inside quotation marks ends no record', () => {
  expect(recordsOf(csv)).toEqual(['ref,name', '1,Ann', '2,"Bo,\nsecond line"', '3,Cy']);
});

test('rows to mend keep their columns and say what to fix', () => {
  const rejects = [
    { row: 3, column: 'Mobile', reason: '0770 is too short.' },
    { row: 4, column: '', reason: '=broken' },
  ];
  expect(rowsToMend(`\uFEFF${csv}`, rejects, 'What to fix')).toBe(
    '\uFEFFref,name,"What to fix"\r\n2,"Bo,\nsecond line","Mobile: 0770 is too short."\r\n3,Cy,"\'=broken"\r\n',
  );
});
