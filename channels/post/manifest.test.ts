import { expect, test } from 'vitest';
import { sampleLetter } from '../../test/support/letters.ts';
import { manifestCsv, manifestLines, placesInFile, sheetsOf } from './manifest.ts';

test('lists each letter with its pages and sheets, and no name', () => {
  const letters = [
    sampleLetter('en', 'large', { deliveryId: 'd1' }),
    sampleLetter('en', 'large', { deliveryId: 'd2', enclosed: ['Agenda (English, large print)', 'Minutes'] }),
  ];
  const csv = manifestCsv(manifestLines({ file: 'en-large-1.pdf', postage: 'first' }, letters, [5, 34]));
  expect(csv).toBe(
    [
      'file,sequence,delivery,pages,sheets,language,format,postcode,enclose,postage,size',
      'en-large-1.pdf,1,d1,5,3,en,large,OX1 1AA,,1st class,letter',
      'en-large-1.pdf,2,d2,34,17,en,large,OX1 1AA,"Agenda (English, large print); Minutes",1st class,large letter',
      '',
    ].join('\r\n'),
  );
  expect(csv).not.toContain('Khan');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('guards the cell %j', (postcode) => {
  const line = {
    file: 'a,b"c.pdf',
    sequence: 1,
    deliveryId: 'd',
    pages: 1,
    language: 'en',
    format: 'standard',
    postcode,
    enclose: '',
    postage: 'second',
    size: 'letter',
  } as const;
  expect(manifestCsv([line])).toContain(`"a,b""c.pdf",1,d,1,1,en,standard,'${postcode},`);
});

test('two pages share a sheet', () => {
  expect([1, 2, 3, 4].map(sheetsOf)).toEqual([1, 1, 2, 2]);
});

test('finds the pages of a letter in its file, after the blank backs of those before', () => {
  const letters = ['d1', 'd2', 'd3'].map((deliveryId) => sampleLetter('en', 'large', { deliveryId }));
  const places = placesInFile(
    manifestCsv(manifestLines({ file: 'en-large-1.pdf', postage: 'second' }, letters, [5, 4, 1])),
  );
  expect([...places]).toEqual([
    ['d1', { sequence: 1, firstPage: 1, lastPage: 5 }],
    ['d2', { sequence: 2, firstPage: 7, lastPage: 10 }],
    ['d3', { sequence: 3, firstPage: 11, lastPage: 11 }],
  ]);
});
