import { interestsOf, permissionsOf } from '../../../db/queries/permissions.ts';
import {
  groupsOfResident,
  launchedWaves,
  newestWaveOf,
  type ResidentDetail,
  type ResidentRow,
  residentById,
  sharers,
} from '../../../db/queries/residents.ts';
import { permissionMatrix } from '../../../surveys/fieldwork/permission.ts';
import { formatOf } from '../../../surveys/format.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { landlordZone, todayIn } from '../today.ts';
import { displayAddress, displayName } from './name.ts';
import { stopSentence, stopsOf } from './stops.ts';
import { whyNothing } from './why.ts';

/** Waves one can ask about on a resident's page. */
const wavesOffered = 20;

function ageOn(born: string | null, today: string): number | null {
  if (born === null) return null;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** A resident in a list, as staff read it. */
export const shownRow = (row: ResidentRow) => ({
  id: row.id,
  reference: row.reference,
  name: displayName(row),
  address: displayAddress(row),
  area: row.area,
  tenure: row.tenure,
  language: row.language,
  format: formatOf(row.format),
  status: row.status as 'current' | 'moved' | 'died',
});

const facts = (person: ResidentDetail, today: string) => ({
  ...shownRow(person),
  title: person.title,
  phone: person.phone,
  email: person.email,
  preferredChannel: person.preferredChannel as 'sms' | 'email' | 'post' | null,
  age: ageOn(person.dateOfBirth, today),
  demo: person.demo,
  comfortLevel: person.comfortLevel,
});

/** One resident's page: the sentence on a wave first, then the facts and everything that happened. Throws `not_found`. */
export async function seeResident(deps: Deps, id: string, wave: string | undefined) {
  const { db, clock } = deps;
  const zone = await landlordZone(db);
  const person = await residentById(db, id);
  if (!person) throw problems.notFound('resident');
  const stops = await stopsOf(db, deps, person);
  const waves = await launchedWaves(db, wavesOffered);
  const chosen = wave ?? (await newestWaveOf(db, id)) ?? waves[0]?.id;
  return {
    ...facts(person, todayIn(zone, deps)),
    sharesPhoneWith: (await sharers(db, id)).map((one) => ({ id: one.id, name: displayName(one) })),
    groups: await groupsOfResident(db, id),
    stops: stops.map((stop) => ({ sentence: stopSentence(stop, zone), at: stop.at })),
    waves,
    why: chosen === undefined ? null : await whyNothing(db, person, stops, chosen, clock.now()),
    doNotContact: stops.some(({ reason }) => reason === 'do_not_contact'),
    permissions: permissionMatrix(await permissionsOf(db, id)).map(({ purpose, channel, allowed, said }) => ({
      purpose,
      channel,
      allowed,
      said: said && { at: said.at, by: said.by, how: said.how },
    })),
    topics: await interestsOf(db, id),
  };
}
