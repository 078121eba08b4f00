import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { putSurvey } from '../support/survey.ts';

interface Tray {
  owner: { name: string } | null;
  items: { id: string; channel: string; from: string; words: string; urgent: string; suggestions: { key: string }[] }[];
}

async function setUp(db: Db) {
  const { people } = await putSurvey(db);
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z') });
  const code = people[0]!.code;
  const officer = caller(as(deps, staff('officer')));
  return {
    code,
    officer,
    page: (words: string) => browser(deps).post(`/s/${code}`, { question: 'words', answer: words, action: 'save' }),
    tray: async () => (await officer('GET /api/v1/tray')).body as Tray,
    needs: async () => (await officer('GET /api/v1/home')).body as { needs: { kind: string; sentence: string }[] },
  };
}

test(
  'an answer on the web that reads like a danger comes before a person at once, and is an answer all the same',
  withRollback(async (db) => {
    const { page, tray } = await setUp(db);
    await page('I can smell gas in the hall');
    const { items } = await tray();
    expect(items).toMatchObject([{ channel: 'web', words: 'I can smell gas in the hall', urgent: 'danger' }]);
    expect(items[0]?.from).not.toBe('');
    const [row] = await db`select interview -> 'answers' -> 'words' ->> 'value' as words from responses`;
    expect(row).toEqual({ words: 'I can smell gas in the hall' });
  }),
);

test(
  'so does a repair keyed from paper, and words about neither stay among the results',
  withRollback(async (db) => {
    const { page, tray, officer, code } = await setUp(db);
    await page('The gas bill is high and staff are kind');
    expect((await tray()).items).toEqual([]);
    await officer(`POST /api/v1/keying/${code}`, {
      body: { mode: 'telephone', question: 'words', typed: 'No hot water since Monday' },
    });
    expect((await tray()).items).toMatchObject([{ channel: 'telephone', urgent: 'repair' }]);
  }),
);

test(
  'an anonymous wave says nothing of who wrote it',
  withRollback(async (db) => {
    const { page, tray } = await setUp(db);
    await db`update campaigns set anonymous = true`;
    await page('Fire on the stairs');
    const { items } = await tray();
    expect(items).toMatchObject([{ from: '', urgent: 'danger' }]);
    expect(await db`select resident_id, recipient_id from inbound_messages`).toEqual([
      { residentId: null, recipientId: null },
    ]);
  }),
);

test(
  'the one who answers for them is named to everybody, and told on Home',
  withRollback(async (db) => {
    const { page, tray, needs } = await setUp(db);
    await db`insert into "user" (id, name, email, created_at, updated_at) values ('u1', 'Priya Shah', 'p@example.org', now(), now())`;
    await db`update landlord set urgent_owner = 'u1'`;
    await page('Water is flooding in');
    expect((await tray()).owner).toEqual({ id: 'u1', name: 'Priya Shah' });
    expect((await needs()).needs[0]).toMatchObject({
      kind: 'urgent',
      sentence: '1 message may be about danger or a repair. Priya Shah answers for these.',
    });
  }),
);
