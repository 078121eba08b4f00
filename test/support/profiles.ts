import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { staff, type TestDeps } from './deps.ts';
import { putLandlord } from './survey.ts';

const at = new Date('2026-11-20T09:00:00Z');
const id = (kind: string, n: number) => `00000000-0000-4000-${kind}-${String(n).padStart(12, '0')}`;

/** The test's member of staff as an account, who may see profiles or not. */
export async function putStaff(db: Db, seesProfiles: boolean): Promise<void> {
  const actor = staff('administrator');
  await insertRows(db, 'user', [
    {
      id: actor.id,
      name: actor.name,
      email: 'staff@example.org',
      emailVerified: true,
      role: 'administrator',
      seesProfiles,
      createdAt: at,
      updatedAt: at,
    },
  ]);
}

/** Records a lawful basis and switches the questions after a survey on or off. */
export const putBasis = (db: Db, questions = true) => db`
  update landlord set equality_basis = 'Public task; equality monitoring', equality_basis_by = 'Test', equality_basis_at = now(),
    equality_questions = ${questions}`;

/** People who are alike: how many live here, how many of those are in the panel, and what is known of them. */
export interface Alike {
  living: number;
  inPanel: number;
  area?: string;
  age?: number;
  ethnicity?: string;
}

export const panelId = id('b000', 1);
export const personId = (n: number) => id('b001', n);

/** A panel, and residents in as many homes, by the year 2026. */
export async function putPanel(db: Db, kinds: readonly Alike[]): Promise<void> {
  await putLandlord(db);
  const people = kinds.flatMap((kind) =>
    Array.from({ length: kind.living }, (_, place) => ({ kind, in: place < kind.inPanel })),
  );
  const numbered = people.map((person, n) => ({ ...person, n: n + 1 }));
  await insertRows(
    db,
    'properties',
    numbered.map(({ n, kind }) => ({
      id: id('b002', n),
      reference: `P${n}`,
      addressLines: ['1 Elm'],
      postcode: 'ZZ99 1AA',
      area: kind.area ?? 'Elm',
      type: 'flat',
    })),
  );
  await insertRows(
    db,
    'households',
    numbered.map(({ n }) => ({
      id: id('b003', n),
      propertyId: id('b002', n),
      tenancyReference: `T${n}`,
      tenure: 'general_needs',
      fromDate: '2020-01-01',
    })),
  );
  await insertRows(
    db,
    'residents',
    numbered.map(({ n, kind }) => ({
      id: personId(n),
      reference: `R${n}`,
      givenName: 'Noor',
      familyName: `Khan${n}`,
      dateOfBirth: kind.age === undefined ? null : `${2026 - kind.age}-01-01`,
      language: 'en',
      format: 'standard',
      accessNeeds: [],
      status: 'current',
      demo: true,
      createdAt: at,
      updatedAt: at,
    })),
  );
  await insertRows(
    db,
    'household_members',
    numbered.map(({ n }) => ({
      householdId: id('b003', n),
      residentId: personId(n),
      role: 'tenant',
      fromDate: '2020-01-01',
    })),
  );
  await insertRows(db, 'groups', [{ id: panelId, kind: 'panel', name: 'Panel', about: '', createdAt: at }]);
  await insertRows(
    db,
    'memberships',
    numbered
      .filter((one) => one.in)
      .map(({ n }) => ({ groupId: panelId, residentId: personId(n), fromDate: '2026-01-01', showName: false })),
  );
  await insertRows(
    db,
    'profiles',
    numbered.flatMap(({ n, kind }) =>
      kind.ethnicity
        ? [{ residentId: personId(n), field: 'ethnicity', code: kind.ethnicity, source: 'import', asAt: '2026-01-01' }]
        : [],
    ),
  );
}

/** What the audit log says was done, oldest first. */
export const doneIn = async ({ db }: Pick<TestDeps, 'db'>): Promise<string[]> =>
  (await db<{ action: string }[]>`select action from audit_log order by id`).map(({ action }) => action);
