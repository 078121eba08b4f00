import { insertRows, type Row } from '../bulk.ts';
import type { Db } from '../connect.ts';
import type { Rows } from './history.ts';
import type { Home, Person } from './people.ts';
import type { Pick } from './pick.ts';
import proportions from './proportions.json' with { type: 'json' };

const day = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Writes the landlord, the homes, the people and what they allow. */
export async function loadPeople(db: Db, homes: readonly Home[], now: Date, pick: Pick): Promise<void> {
  await insertRows(db, 'landlord', [
    { ...proportions.landlord, id: 1, demo: true, equalityBasisAt: now, updatedAt: now },
  ]);
  await insertRows(
    db,
    'properties',
    homes.map((home) => home.property),
  );
  await insertRows(
    db,
    'households',
    homes.map((home) => home.household),
  );
  const people = homes.flatMap((home) => home.people.map((person) => ({ home, person })));
  await insertRows(
    db,
    'residents',
    people.map(({ person: { age: _, ethnic: __, doNotContact: ___, ...row } }) => ({
      ...row,
      demo: true,
      createdAt: now,
      updatedAt: now,
    })),
  );
  await insertRows(
    db,
    'household_members',
    people.map(({ home, person }, i) => ({
      householdId: home.household.id,
      residentId: person.id,
      role: home.people[0] === person ? 'tenant' : i % 3 ? 'joint_tenant' : 'occupier',
      fromDate: home.household.fromDate,
    })),
  );
  await insertRows(
    db,
    'profiles',
    people.flatMap(({ person }) => profileRows(person, day(now, -400))),
  );
  await insertRows(
    db,
    'suppressions',
    people
      .filter(({ person }) => person.doNotContact)
      .map(({ person }) => ({
        id: pick.uuid(),
        residentId: person.id,
        reason: 'do_not_contact',
        note: 'Asked us by letter',
        at: now,
        by: 'Demo',
      })),
  );
}

/** What the lettings record says of somebody: the title they go by tells their sex, ethnic group only where it is held. */
const profileRows = ({ id, title, ethnic }: Person, asAt: string): Row[] => {
  const shared = { residentId: id, source: 'core', asAt };
  const sex = { ...shared, field: 'sex', code: title === 'Mr' ? 'male' : 'female' };
  return ethnic ? [sex, { ...shared, field: 'ethnicity', code: ethnic }] : [sex];
};

export interface DemoGroups {
  panelId: string;
  panel: ReadonlySet<string>;
  meetings: { id: string; groupId: string; title: string; items: { id: string; title: string; summary: string }[] }[];
}

/** Writes the panel, the halo groups and their meetings; says who is in the panel. */
export async function loadGroups(db: Db, homes: readonly Home[], now: Date, pick: Pick): Promise<DemoGroups> {
  const pool = homes.flatMap((home) => home.people).filter((person) => person.status === 'current');
  const take = (n: number) =>
    Array.from({ length: n }, () => pool.splice(Math.floor(pick.number() * pool.length), 1)[0]?.id ?? '');
  const panel = {
    id: pick.uuid(),
    kind: 'panel',
    name: proportions.panel.name,
    about: proportions.panel.about,
    createdAt: now,
  };
  const panelMembers = take(proportions.panel.members);
  const halo = proportions.groups.map((plan) => ({
    plan,
    id: pick.uuid(),
    meetingId: pick.uuid(),
    members: take(plan.members),
  }));
  await insertRows(db, 'groups', [
    panel,
    ...halo.map(({ plan, id }) => ({ id, kind: 'halo', name: plan.name, about: plan.about, createdAt: now })),
  ]);
  const memberships = (groupId: string, ids: readonly string[]): Row[] =>
    ids.map((residentId) => ({ groupId, residentId, fromDate: day(now, -500), showName: false }));
  await insertRows(db, 'memberships', [
    ...memberships(panel.id, panelMembers),
    ...halo.flatMap(({ id, members }) => memberships(id, members)),
  ]);
  await insertRows(
    db,
    'meetings',
    halo.map(({ plan, id, meetingId }) => ({
      id: meetingId,
      groupId: id,
      title: plan.title,
      heldOn: day(now, plan.inDays),
      commentsBy: day(now, plan.inDays - 4),
      place: 'Community room, 1 High Street',
      createdAt: now,
    })),
  );
  const meetings = halo.map(({ plan, id, meetingId }) => ({
    id: meetingId,
    groupId: id,
    title: plan.title,
    items: plan.items.map(([title = '', summary = '']) => ({ id: pick.uuid(), title, summary })),
  }));
  await insertRows(
    db,
    'agenda_items',
    meetings.flatMap(({ id, items }) => items.map((item, i) => ({ ...item, meetingId: id, number: i + 1 }))),
  );
  return { panelId: panel.id, panel: new Set(panelMembers), meetings };
}

const order = [
  'mailings',
  'waves',
  'frame_members',
  'frame_profiles',
  'recipients',
  'invitations',
  'deliveries',
  'responses',
] as const;

/** Writes a wave that is over. */
export async function loadPastWave(db: Db, rows: Rows): Promise<void> {
  for (const table of order) await insertRows(db, table, rows[table]);
}
