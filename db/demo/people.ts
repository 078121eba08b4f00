import type { Format } from '../../surveys/format.ts';
import { preferNotToSay } from '../../surveys/profiles/lists.ts';
import names from './names.json' with { type: 'json' };
import type { Pick } from './pick.ts';
import proportions from './proportions.json' with { type: 'json' };

const p = proportions;

export interface Home {
  property: {
    id: string;
    reference: string;
    uprn: string;
    addressLines: string[];
    postcode: string;
    area: string;
    scheme: string;
    type: string;
  };
  household: { id: string; propertyId: string; tenancyReference: string; tenure: string; fromDate: string };
  people: Person[];
}

export interface Person {
  id: string;
  reference: string;
  title: string;
  givenName: string;
  familyName: string;
  dateOfBirth: string;
  phone: string | null;
  email: string | null;
  language: string;
  format: string;
  preferredChannel: string | null;
  status: string;
  age: number;
  ethnic: string | null;
  doNotContact: boolean;
}

type NameSet = keyof Omit<typeof names, '_about'>;
type Band = keyof typeof p.emailHeld;

const band = (age: number): Band => (age < 65 ? 'under65' : age < 75 ? '65-74' : '75plus');
const padded = (n: number, width: number) => String(n).padStart(width, '0');

/** Homes until there are as many residents as the data file says. `year` is the year people's ages are counted in. */
export function makeHomes(pick: Pick, year: number): Home[] {
  const homes: Home[] = [];
  let people = 0;
  while (people < p.residents) {
    const home = makeHome(pick, homes.length + 1, people, year);
    home.people.length = Math.min(home.people.length, p.residents - people);
    people += home.people.length;
    homes.push(home);
  }
  givePhones(
    pick,
    homes.map((home) => home.people),
  );
  return homes;
}

function makeHome(pick: Pick, number: number, peopleBefore: number, year: number): Home {
  const area = byName(p.areas, pick.share(Object.fromEntries(p.areas.map((a) => [a.name, a.share]))));
  const tenure = byCode(p.tenures, pick.share(Object.fromEntries(p.tenures.map((t) => [t.code, t.share]))));
  const street = pick.from(area.streets);
  const propertyId = pick.uuid();
  const size = Number(pick.share(p.peopleInAHome));
  const background = p.backgrounds[Number(pick.share(Object.fromEntries(p.backgrounds.map((b, i) => [i, b.share]))))];
  const familyName = pick.from(names[(background?.names ?? 'british') as NameSet].family);
  return {
    property: {
      id: propertyId,
      reference: `P${padded(number, 5)}`,
      uprn: `9900${padded(number, 8)}`,
      addressLines: [`${pick.between(1, 180)} ${street}`, area.name === 'Millbrook Town' ? 'Millbrook' : area.name],
      postcode: `ZZ99 ${area.district}${pick.from(['AA', 'AB', 'AD', 'AE', 'BA', 'BD'])}`,
      area: area.name,
      scheme: street,
      type: pick.share(tenure.types),
    },
    household: {
      id: pick.uuid(),
      propertyId,
      tenancyReference: `T${padded(number, 5)}`,
      tenure: tenure.code,
      fromDate: `${pick.between(year - 25, year - 2)}-${padded(pick.between(1, 12), 2)}-01`,
    },
    people: Array.from({ length: size }, (_, i) =>
      makePerson(pick, {
        number: peopleBefore + i + 1,
        tenure: tenure.code,
        familyName,
        background: background ?? p.backgrounds[0],
        year,
      }),
    ),
  };
}

interface PersonPlan {
  number: number;
  tenure: string;
  familyName: string;
  background: (typeof p.backgrounds)[number] | undefined;
  year: number;
}

function makePerson(pick: Pick, plan: PersonPlan): Person {
  const background = plan.background ?? (p.backgrounds[0] as (typeof p.backgrounds)[number]);
  const woman = pick.chance(0.56);
  const [low, high] = pick
    .share(p.ages[plan.tenure as keyof typeof p.ages])
    .split('-')
    .map(Number);
  const age = pick.between(low ?? 16, high ?? 92);
  const givenName = pick.from(names[background.names as NameSet][woman ? 'women' : 'men']);
  const preferred = pick.share(p.preferred);
  const email = pick.chance(p.emailHeld[band(age)])
    ? `${givenName}.${plan.familyName}.${plan.number}@example.org`.toLowerCase()
    : null;
  return {
    id: pick.uuid(),
    reference: String(104_000 + plan.number),
    title: woman ? pick.from(['Mrs', 'Ms', 'Miss']) : 'Mr',
    givenName,
    familyName: plan.familyName,
    dateOfBirth: `${plan.year - age}-01-${padded(pick.between(1, 28), 2)}`,
    phone: null,
    email,
    language: pick.share(background.language),
    format: formatFor(pick.chance(p.largePrint[band(age)]), plan.number, email !== null),
    preferredChannel: preferred === 'post' || (preferred === 'email' && email) ? preferred : null,
    status: pick.chance(p.left.moved) ? 'moved' : pick.chance(p.left.died) ? 'died' : 'current',
    age,
    ethnic: ethnicity(pick, background.ethnic),
    doNotContact: pick.chance(p.doNotContact),
  };
}

/** Of those who need more than standard print a few need more than large; what a wave has not made by itself goes only to those who hold an address besides. */
function formatFor(needsLarge: boolean, number: number, reached: boolean): Format {
  if (!needsLarge) return reached && number % 60 === 7 ? 'easy_read' : 'standard';
  if (number % 8 === 0) return 'giant';
  if (reached && number % 8 === 3) return 'audio';
  return reached && number % 8 === 5 ? 'braille' : 'large';
}

/** A code of surveys/profiles/lists: "prefer not to say" is an answer; null is not known. */
function ethnicity(pick: Pick, code: string): string | null {
  if (!pick.chance(p.ethnicityHeld)) return null;
  return pick.chance(p.ethnicityRefused) ? preferNotToSay : code;
}

/** Ofcom's drama range has 1,000 numbers: 900 people have one, 40 of them in pairs who share it, each pair of one home. */
function givePhones(pick: Pick, homes: Person[][]): void {
  const numbers = Array.from({ length: 1000 }, (_, i) => `+447700900${padded(i, 3)}`);
  const take = () => numbers.splice(Math.floor(pick.number() * numbers.length), 1)[0] ?? null;
  const couples = homes.filter((people) => people.length >= 2);
  const pairs = couples.slice(0, p.sharedMobiles);
  for (const [first, second] of pairs) {
    const phone = take();
    if (first) first.phone = phone;
    if (second) second.phone = phone;
  }
  const rest = homes.flat().filter((person) => person.phone === null && person.age < 85);
  for (let left = p.mobiles - pairs.length * 2; left > 0 && rest.length > 0; left--) {
    const person = rest.splice(Math.floor(pick.number() * rest.length), 1)[0];
    if (!person) break;
    person.phone = take();
    if (person.preferredChannel === null && pick.chance(p.preferred.sms / p.preferred.none))
      person.preferredChannel = 'sms';
  }
}

const byName = <T extends { name: string }>(list: readonly T[], name: string) =>
  list.find((each) => each.name === name) ?? (list[0] as T);
const byCode = <T extends { code: string }>(list: readonly T[], code: string) =>
  list.find((each) => each.code === code) ?? (list[0] as T);
