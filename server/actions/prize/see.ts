import { addressKeys } from '../../../db/address-hash.ts';
import { drawnPeople, entryCounts, listOf, prizeOf } from '../../../db/queries/prizes.ts';
import { waveById } from '../../../db/queries/waves.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { againstDrawing, drawnFrom } from './draw.ts';

/** The prize of a wave, how many are in the draw and who won. The seed is told once it is drawn. Throws `not_found`. */
export async function seePrize(deps: Deps, waveId: string) {
  const wave = await waveById(deps.db, waveId);
  if (!wave) throw problems.notFound('wave');
  const prize = await prizeOf(deps.db, waveId);
  const fixed = wave.status !== 'draft';
  if (prize === null) return { prize: null, fixed, anonymous: wave.anonymous, why: null, counts: null, people: [] };
  const now = deps.clock.now();
  const people = await drawnPeople(deps.db, waveId, { keys: await addressKeys(deps.env.secret), now });
  return {
    prize: { ...prize, drawFrom: drawnFrom(prize), seed: prize.drawnAt === null ? null : prize.seed },
    fixed,
    anonymous: wave.anonymous,
    why: againstDrawing(wave, prize, localDate(now.getTime(), wave.timeZone)),
    counts: await entryCounts(deps.db, waveId),
    people: people.map((person) => ({
      id: person.id,
      place: person.place,
      role: person.role,
      residentId: person.residentId,
      name:
        person.residentId === null
          ? 'Erased'
          : displayName({
              title: person.title,
              givenName: person.givenName ?? '',
              familyName: person.familyName ?? '',
            }),
      address: displayAddress({ addressLines: person.addressLines, postcode: person.postcode }),
      toldAt: person.toldAt,
      status: person.status,
      missedAt: person.missedAt,
      missedWhy: person.missedWhy,
    })),
  };
}

/** The list anybody can draw again from: what to do, the seed, and every entry by its number of chance. Throws `not_found` until it is drawn. */
export async function prizeList(deps: Deps, waveId: string): Promise<string> {
  const prize = await prizeOf(deps.db, waveId);
  if (prize === null || prize.drawnAt === null) throw problems.notFound('draw');
  const head = [
    `# Prize: ${prize.prize.replace(/\s+/g, ' ')}`,
    `# Drawn: ${prize.drawnAt.toISOString()} by ${prize.drawnBy}`,
    `# Winners ${prize.winners}, reserves ${prize.reserves}, entries ${prize.entrants}`,
    `# Seed: ${prize.seed}`,
    `# Seal, shown since ${prize.setAt.toISOString()}: ${prize.seal} (sha256 of the seed)`,
    `# List: ${prize.listHash} (sha256 of the lines below, each with its line end)`,
    '# The order of the draw: sha256 of the seed, a space and the entry, smallest first.',
  ];
  return [...head, ...(await listOf(deps.db, waveId)), ''].join('\n');
}
