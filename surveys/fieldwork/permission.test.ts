import { expect, test } from 'vitest';
import cases from '../../test/cases/fieldwork/permission.json' with { type: 'json' };
import { type Permission, permissionMatrix, purposes, toWriteDown } from './permission.ts';

const byWay = (said: Readonly<Record<string, boolean | undefined>>, purpose: string) =>
  Object.entries(said).map(([channel, allowed]) => ({ purpose, channel, allowed }) as Permission);
const may = (said: readonly Permission[], purpose: string) =>
  permissionMatrix(said)
    .filter((cell) => cell.purpose === purpose && cell.allowed)
    .map(({ channel }) => channel);

test.each(cases)('$purpose: $name', ({ purpose, said, allowed }) => {
  expect(may(byWay(said, purpose), purpose)).toEqual(allowed);
});

test.each(purposes)('of %s nothing is taken from what was said of another purpose', (purpose) => {
  const other = purpose === 'research' ? 'service' : 'research';
  const before = may([], purpose);
  expect(may(byWay({ sms: false, email: false, post: false }, other), purpose)).toEqual(before);
});

test('whatever was said before, each way stands as it is ticked now, and no more is written down than that takes', () => {
  const ways = ['email', 'sms', 'post', 'telephone'];
  const said = [
    {},
    { sms: false, email: false, post: false },
    { sms: false, email: false, post: false, telephone: true },
  ];
  for (const before of said.map((each) => byWay(each, 'research')))
    for (let ticked = 0; ticked < 16; ticked++) {
      const wanted = ways.filter((_, index) => (ticked >> index) % 2 === 1);
      const wishes = ({ purpose, channel }: Pick<Permission, 'purpose' | 'channel'>) =>
        purpose === 'research' ? wanted.includes(channel) : purpose === 'service';
      const written = toWriteDown(before, wishes);
      expect(may([...written, ...before], 'research').toSorted()).toEqual(wanted.toSorted());
      expect(new Set(written.map(({ channel }) => channel)).size).toBe(written.length);
      expect(toWriteDown([...written, ...before], wishes)).toEqual([]);
    }
});
