import { expect, test } from 'vitest';
import { packChannel, packChecks, papersFor } from './pack.ts';

const paper = (id: string, title: string, language: string, format: string) => ({
  id,
  kind: 'report',
  title,
  language,
  format,
  size: 10,
});
const member = { preferred: null, language: 'ur', format: 'large', held: ['sms', 'post'], barred: [] } as const;

test('a member gets each paper once, in their format before their language', () => {
  const papers = [
    paper('1', 'Damp', 'en', 'standard'),
    paper('2', 'Damp', 'en', 'large'),
    paper('3', 'Damp', 'ur', 'standard'),
    paper('4', 'Bins', 'en', 'standard'),
  ];
  expect(papersFor(papers, member).map(({ id }) => id)).toEqual(['2', '4']);
});

test('the way is the member’s own, or the first that may be used', () => {
  expect(packChannel(member)).toBe('sms');
  expect(packChannel({ ...member, preferred: 'post' })).toBe('post');
  expect(packChannel({ ...member, barred: ['sms', 'post'] })).toBeNull();
});

test('a pack without items, members or days left does not go', () => {
  const facts = {
    group: 'Repairs',
    title: 'May',
    heldOn: '2026-05-14',
    commentsBy: '2026-05-10',
    items: [],
    papers: [],
  };
  expect(packChecks(facts, '2026-05-11', 0)).toHaveLength(3);
  expect(packChecks({ ...facts, items: [{ number: 1, title: 'Damp', summary: '' }] }, '2026-05-01', 3)).toEqual([]);
});
