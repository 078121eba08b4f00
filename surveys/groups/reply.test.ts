import { expect, test } from 'vitest';
import golden from '../../test/cases/groups/reply.json' with { type: 'json' };
import { readReply } from './reply.ts';

test.each(golden.cases.map((each) => [each.text, each] as const))('"%s"', (text, { reply, more }) => {
  expect(readReply(text)).toEqual(reply === null ? null : { reply, more });
});
