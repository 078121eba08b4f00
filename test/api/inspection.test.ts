import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putLandlord } from '../support/survey.ts';

/** Planted: a branch on a later question, a curly quote that doubles the price, and a word that stops texts. */
const planted = {
  elements: [
    { type: 'comment', name: 'why', title: 'Why?', visibleIf: "{clean} = 'stop'" },
    {
      type: 'radiogroup',
      name: 'clean',
      title: 'How is the \u201cnew\u201d lift in your block when you come home at night?',
      choices: [
        { value: 'clean', text: 'Clean' },
        { value: 'stop', text: 'Stop' },
      ],
    },
  ],
};

interface Seen {
  revision: number;
  readingAge: number | null;
  faults: { code: string; where: string; level: string; fix: string | null; sentence: string }[];
}

async function begun(db: Db) {
  await putLandlord(db);
  const call = caller(as(testDeps({ db }), staff('officer')));
  const made = await call('POST /api/v1/questionnaires', {
    body: { name: 'Lift', from: { surveyjs: { elements: [planted.elements[1]] } } },
  });
  const path = `/api/v1/questionnaires/${(made.body as { id: string }).id}`;
  await db`update questionnaires set draft = ${db.json(planted)}`;
  return {
    see: async () => (await call(`GET ${path}`)).body as Seen,
    fix: (revision: number, code: string, where: string) =>
      call(`POST ${path}/fix`, { body: { revision, code, where } }),
    save: (revision: number, draft: object) => call(`PUT ${path}/draft`, { body: { revision, draft } }),
    publish: (revision: number) => call(`POST ${path}/publish`, { body: { revision } }),
  };
}

test(
  'what stands against publishing is told apart from what should be known, and buttons mend what they can',
  withRollback(async (db) => {
    const { see, fix, save, publish } = await begun(db);
    const first = await see();
    expect(first.faults.map(({ code, level, fix: button }) => [code, level, button])).toEqual([
      ['later_branch', 'stops', 'Ask it after that one'],
      ['reserved_word', 'stops', null],
      ['urgent_owner', 'know', null],
      ['costly_signs', 'know', 'Use plain signs'],
    ]);
    expect(await publish(1)).toMatchObject({ status: 400, body: { faults: [{ path: 'why' }, { path: 'clean' }] } });
    const moved = await fix(1, 'later_branch', 'why');
    expect(moved).toMatchObject({
      status: 200,
      body: { draft: { pages: [{ elements: [{ name: 'clean' }, { name: 'why' }] }] } },
    });
    expect((await see()).revision).toBe(1);
    expect(await save(1, (moved.body as { draft: object }).draft)).toMatchObject({ body: { revision: 2 } });
    const plain = await fix(2, 'costly_signs', 'clean');
    await save(2, (plain.body as { draft: object }).draft);
    expect((await see()).faults.map(({ code }) => code)).toEqual(['reserved_word', 'urgent_owner']);
  }),
);

test(
  'a fault that is no longer there, that no machine mends, or that somebody else mended, is refused',
  withRollback(async (db) => {
    const { fix } = await begun(db);
    const gone = { status: 409, body: { code: 'no_longer_there' } };
    expect(await fix(1, 'later_branch', 'clean')).toMatchObject(gone);
    expect(await fix(1, 'reserved_word', 'clean')).toMatchObject(gone);
    expect(await fix(1, '__proto__', 'clean')).toMatchObject(gone);
    expect(await fix(7, 'later_branch', 'why')).toMatchObject({ status: 409, body: { code: 'stale_draft' } });
  }),
);
