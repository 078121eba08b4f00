import type { Db } from '../../db/connect.ts';
import { makeWave, makeWorld, panelId, versionId, waveId } from '../work/world.ts';

/** Languages of the people, one after another. */
export const manyLanguages = ['en', 'cy', 'pl', 'ur'] as const;

/** A uuid of a kind and a number `n`, in SQL. */
const id = (kind: string) => `('${kind.padEnd(8, '0')}-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;

/** A panel of so many people, each in a home of their own, and a wave of it that was not launched: written by Postgres itself, 100,000 in a few seconds. */
export async function makeMany(db: Db, people: number): Promise<void> {
  await makeWorld(db, []);
  await makeWave(db);
  const all = `from generate_series(1, ${people}) n`;
  await db.unsafe(`
    insert into properties (id, reference, address_lines, postcode, area)
    select ${id('ffff')}, 'P' || n, array[n || ' Elm Court', 'Millbrook'], 'OX1 1AA', 'Area ' || n % 12 ${all}`);
  await db.unsafe(`
    insert into households (id, property_id, tenancy_reference, tenure, from_date)
    select ${id('ab12')}, ${id('ffff')}, 'T' || n, 'general_needs', '2020-01-01' ${all}`);
  await db.unsafe(`
    insert into residents (id, reference, title, given_name, family_name, date_of_birth, phone, email, language, preferred_channel, created_at, updated_at)
    select ${id('aaaa')}, 'R' || n, 'Mrs', 'Nadia', 'Khan' || n, '1980-06-15', '+447' || lpad((100000000 + n)::text, 9, '0'), 'r' || n || '@example.org',
      (array['${manyLanguages.join("','")}'])[1 + n % 4], null, '2026-01-05', '2026-01-05' ${all}`);
  await db.unsafe(`
    insert into household_members (household_id, resident_id, from_date) select ${id('ab12')}, ${id('aaaa')}, '2020-01-01' ${all}`);
  await db.unsafe(`
    insert into memberships (group_id, resident_id, from_date) select '${panelId}', ${id('aaaa')}, '2025-01-01' ${all}`);
  await db.unsafe('vacuum analyze');
}

/** The same wave, launched: each person was invited and stands before the next step. */
export async function inviteMany(db: Db, people: number, now: Date): Promise<void> {
  const all = `from generate_series(1, ${people}) n`;
  const mailing = '99999999-0000-4000-8000-000000000001';
  await db`insert into mailings (id, kind, purpose, created_at, created_by) values (${mailing}, 'wave', 'research', ${now}, 'Sam')`;
  await db`
    update waves set status = 'open', version_id = ${versionId}, mailing_id = ${mailing}, launched_at = ${now}, seed = 'many' where id = ${waveId}`;
  await db.unsafe(`
    insert into frame_members (id, wave_id, resident_id, sampled) select ${id('dada')}, '${waveId}', ${id('aaaa')}, true ${all}`);
  await db.unsafe(`
    insert into recipients (id, mailing_id, resident_id, language, format)
    select ${id('bada')}, '${mailing}', ${id('aaaa')}, (array['${manyLanguages.join("','")}'])[1 + n % 4], 'standard' ${all}`);
  await db.unsafe(`
    insert into invitations (id, wave_id, frame_member_id, code, next_step, next_at)
    select ${id('bada')}, '${waveId}', ${id('dada')}, lpad((100000000000 + n)::text, 12, '0'), 1, '2026-11-30T10:00:00Z' ${all}`);
  await db.unsafe('vacuum analyze');
}

/** Their invitations to send, due now, by one channel or by both in turn, for people from one number to another. */
export async function dueMany(
  db: Db,
  {
    from,
    to,
    channel,
    attempt = 1,
    now,
  }: { from: number; to: number; channel: 'sms' | 'email' | 'both'; attempt?: number; now: Date },
): Promise<void> {
  const way = channel === 'both' ? `(array['sms', 'email'])[1 + n % 2]` : `'${channel}'`;
  await db.unsafe(`
    insert into deliveries (id, recipient_id, step, attempt, channel, kind, status, due_at, language, format, created_at)
    select gen_random_uuid(), ${id('bada')}, 0, ${attempt}, ${way}, 'invitation', 'due', '${now.toISOString()}'::timestamptz + n * interval '1 microsecond',
      (array['${manyLanguages.join("','")}'])[1 + n % 4], 'standard', '${now.toISOString()}'
    from generate_series(${from}, ${to}) n`);
  if (attempt === 1) await db.unsafe('analyze deliveries');
}
