import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { phraseKeys } from '../../surveys/locales/phrases.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';

interface Page {
  hash: string;
  how: string;
  waiting: number;
  total: number;
  readBefore: boolean;
  items: { key: string; source: object[]; words: object[]; unread: boolean }[];
  next: string | null;
}

function reader(db: Db) {
  const deps = testDeps({ db });
  const call = caller(as(deps, { ...staff('officer'), name: 'Amina' }));
  const page = async (query = '') => (await call(`GET /api/v1/phrases/ur${query}`)).body as Page;
  const approve = (hash: string) => call('POST /api/v1/phrases/ur/approve', { body: { hash } });
  return { deps, call, page, approve };
}

test(
  'the phrases of a language are read by pages beside the English',
  withRollback(async (db) => {
    const { page } = reader(db);
    const first = await page('?limit=200');
    expect(first).toMatchObject({
      how: 'nobody',
      waiting: phraseKeys.length,
      total: phraseKeys.length,
      readBefore: false,
    });
    const keys = first.items.map(({ key }) => key);
    for (let next = first.next; next !== null; ) {
      const more = await page(`?limit=200&cursor=${encodeURIComponent(next)}`);
      keys.push(...more.items.map(({ key }) => key));
      next = more.next;
    }
    expect(keys).toEqual(phraseKeys);
  }),
);

test(
  'a person approves the very words they read, by name and date',
  withRollback(async (db) => {
    const { call, page, approve, deps } = reader(db);
    const { hash } = await page();
    expect(await approve('0'.repeat(64))).toMatchObject({ status: 409, body: { code: 'phrases_changed' } });
    expect((await approve(hash)).status).toBe(200);
    deps.clock.advance({ days: 1 });
    expect((await approve(hash)).status).toBe(200);
    expect(await call('GET /api/v1/phrases')).toMatchObject({
      body: {
        items: expect.arrayContaining([
          expect.objectContaining({
            language: 'ur',
            how: 'person',
            by: 'Amina',
            at: '2026-11-23T09:00:00.000Z',
            waiting: 0,
          }),
          expect.objectContaining({ language: 'en', how: 'file' }),
          expect.objectContaining({ language: 'cy', how: 'nobody', waiting: phraseKeys.length }),
        ]),
      },
    });
    expect(await call('GET /api/v1/landlord')).toMatchObject({
      body: { offered: expect.arrayContaining([expect.objectContaining({ code: 'ur', approved: true })]) },
    });
    expect(await db`select action, subject from audit_log where action = 'phrases.approve' limit 1`).toMatchObject([
      { subject: 'ur' },
    ]);
  }),
);

test(
  'after a file has changed only what changed is unread',
  withRollback(async (db) => {
    const { page, approve } = reader(db);
    await approve((await page()).hash);
    await db`update phrase_approvals set hash = 'earlier',
      phrases = jsonb_set(phrases, '{page.frame.skip}', '"other words"') - 'page.frame.help'`;
    const changed = await page('?unread=true');
    expect(changed).toMatchObject({ how: 'nobody', waiting: 2, total: 2, readBefore: true, next: null });
    expect(changed.items.map(({ key }) => key)).toEqual(['page.frame.skip', 'page.frame.help']);
  }),
);

test.each([
  ['a language we do not speak', 'officer', 'tlh', 404],
  ['the phrases that came approved', 'officer', 'en', 409],
  ['an analyst', 'analyst', 'ur', 403],
] as const)('%s approves nothing', (_name, role, code, status) =>
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff(role)));
    expect((await call(`POST /api/v1/phrases/${code}/approve`, { body: { hash: '0'.repeat(64) } })).status).toBe(
      status,
    );
  })(),
);
