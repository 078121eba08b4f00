import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../../test/cases/groups/place.json' with { type: 'json' };
import { placeComment } from './place.ts';

test.each(golden.cases.map((each) => [each.name, each] as const))('%s', (_, { text, parts }) => {
  expect(placeComment(text, golden.items)).toEqual(parts);
});

test('no word is lost: each is in some part, or is the number, the lead word or the title of an item', () => {
  const words = fc.constantFrom('wall', 'wet', 'Saturdays', 'ściana', 'دیوار', '1.', '2)', '12', 'bins', '\n', '\n3:');
  fc.assert(
    fc.property(fc.array(words), (said) => {
      const placed = placeComment(said.join(' '), golden.items)
        .map((part) => part.words)
        .join(' ');
      for (const word of said.filter((each) => /\p{L}/u.test(each))) expect(placed).toContain(word);
    }),
  );
});
