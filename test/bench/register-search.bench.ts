import { connect, type Db } from '../../db/connect.ts';
import { find } from '../../server/actions/resident/find.ts';
import { seededRandom, testDeps } from '../support/deps.ts';
import { median, peakMb } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';

/** A landlord's whole register: people with 3,000 family names (the commonest has one in a hundred), in 4,000 streets. */
async function fill(db: Db, people: number): Promise<void> {
  const syllables = ['ba', 'den', 'har', 'kin', 'lo', 'mar', 'nor', 'pet', 'ros', 'san', 'tel', 'vic', 'wes', 'yar'];
  const spoken = (n: string, parts: number) =>
    Array.from({ length: parts }, (_, i) => `(array['${syllables.join("','")}'])[1 + (${n} / ${14 ** i}) % 14]`).join(
      ' || ',
    );
  await db.unsafe(`
    insert into properties (id, reference, uprn, address_lines, postcode, area, type)
    select gen_random_uuid(), 'P' || n, (100000000000 + n)::text,
      array[(1 + n % 60) || ' ' || initcap(${spoken('(n / 60)', 3)}) || ' ' || (array['Street', 'Road', 'Court', 'Close'])[1 + (n / 60) % 4], 'Millbrook'],
      'OX' || 1 + (n / 15) % 30 || ' ' || (n / 450) % 9 || chr((65 + (n / 4050) % 26)::int) || chr((65 + (n / 105300) % 26)::int), 'Area ' || n % 40, 'flat'
    from generate_series(1, ${people}) n`);
  await db.unsafe(`
    insert into households (id, property_id, tenancy_reference, tenure, from_date)
    select gen_random_uuid(), id, 'TEN/' || lpad(substr(reference, 2), 7, '0'), 'general_needs', '2020-01-01' from properties`);
  await db.unsafe(`
    insert into residents (id, reference, title, given_name, family_name, phone, email, created_at, updated_at)
    select gen_random_uuid(), 'R' || lpad(n::text, 7, '0'), 'Mrs', initcap(${spoken('(n % 196)', 2)}) , initcap(${spoken('k', 3)}),
      '+447' || lpad((100000000 + n * 7)::text, 9, '0'), 'r' || n || '@example.org', now(), now()
    from (select n, (3000 * power(((n::bigint * 7919) % 1000003) / 1000003.0, 2.5))::int as k from generate_series(1, ${people}) n) x`);
  await db.unsafe(`
    insert into household_members (household_id, resident_id, from_date)
    select h.id, r.id, '2020-01-01' from residents r join properties p on p.reference = 'P' || substr(r.reference, 2)::int
    join households h on h.property_id = p.id`);
  await db.unsafe('vacuum analyze');
}

interface Person {
  reference: string;
  givenName: string;
  familyName: string;
  phone: string;
  email: string;
  tenancy: string;
  address: string;
  postcode: string;
}

const peopleOf = (db: Db, count: number) => db<Person[]>`
  select r.reference, r.given_name, r.family_name, r.phone, r.email, h.tenancy_reference as tenancy, p.address_lines[1] as address, p.postcode
  from residents r join household_members m on m.resident_id = r.id join households h on h.id = m.household_id
  join properties p on p.id = h.property_id order by md5(r.reference) limit ${count}`;

const national = (phone: string) => phone.replace('+44', '0');

/** What people type into the find box, by what they have in hand. */
const asked: Record<string, ((person: Person) => string)[]> = {
  name: [
    ({ givenName, familyName }) => `${givenName} ${familyName}`,
    ({ givenName, familyName }) => `${familyName.toLowerCase()} ${givenName.slice(0, 3).toLowerCase()}`,
    ({ familyName }) => familyName,
  ],
  address: [({ address }) => address, ({ address, postcode }) => `${address}, ${postcode}`, ({ postcode }) => postcode],
  reference: [({ reference }) => reference, ({ tenancy }) => tenancy, ({ email }) => email],
  phone: [
    ({ phone }) => phone,
    ({ phone }) => national(phone),
    ({ phone }) => national(phone).replace(/(.{5})(.{3})/, '$1 $2 '),
  ],
};
/** Not among the four kinds: no index holds both, so it costs what looking through a street costs. */
const nameAndStreet = ({ familyName, address }: Person) => `${familyName} ${address.replace(/^\d+ /, '')}`;

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

const bench: Runnable<BenchResult> = async ({ small }) => {
  const rounds = small ? 1 : 5;
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl);
  await fill(db, small ? 500 : 250_000);
  const people = await peopleOf(db, small ? 10 : 120);
  const deps = testDeps({ db });
  const random = seededRandom(11);
  const page = { after: null, limit: 20 };
  const search = async (typed: string) => {
    const { rows } = await find(deps, { typed }, page);
    if (rows.length === 0) throw new Error(`nobody was found for ${typed}`);
  };
  const bare = (reference: string) => db`select * from residents where reference = ${reference}`;
  const measured = new Map<string, { ours: number[]; limit: number[] }>();
  for (let round = 0; round <= rounds; round++) {
    const times = new Map<string, { ours: number[]; bare: number[] }>();
    const keep = (kind: string, ours: number, limit: number) => {
      const both = times.get(kind) ?? { ours: [], bare: [] };
      both.ours.push(ours);
      both.bare.push(limit);
      times.set(kind, both);
    };
    for (const person of people) {
      for (const [kind, ways] of [...Object.entries(asked), ['name and street', [nameAndStreet]] as const]) {
        const way = ways[Math.floor(random() * ways.length)] ?? nameAndStreet;
        const limit = await time(() => bare(person.reference));
        const ours = await time(() => search(way(person)));
        keep(kind, ours, limit);
        if (kind in asked) keep('all four', ours, limit);
      }
    }
    // The first round warms both up and is thrown away.
    if (round === 0) continue;
    for (const [kind, { ours, bare: limits }] of times) {
      const kept = measured.get(kind) ?? { ours: [], limit: [] };
      kept.ours.push(p95(ours));
      kept.limit.push(p95(limits));
      measured.set(kind, kept);
    }
  }
  await db.end();
  await postgres.stop();
  return [...measured].map(([kind, { ours, limit }]) => ({
    name: `register-search, ${kind}, p95`,
    ratio: Number(median(ours.map((one, i) => one / (limit[i] ?? Number.NaN))).toFixed(3)),
    ours: Number(median(ours).toFixed(3)),
    limit: Number(median(limit).toFixed(3)),
    unit: 'ms',
    n: rounds * people.length,
    rss_mb: peakMb(),
  }));
};

export default bench;
