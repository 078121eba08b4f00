import { insertReferral } from '../../../db/commands/referrals.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import { findResidents } from '../../../db/queries/residents-find.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { actorRef, audit } from '../audit.ts';
import { displayAddress, displayName } from '../resident/name.ts';

export interface Referral {
  residentId: string;
  topics: readonly string[];
  comfortLevel: number | null;
  words: string;
}

/** Tells the involvement officer who would like to take part; the resident agreed to it. Throws `not_found`. */
export async function makeReferral(deps: Deps, actor: Actor, referral: Referral): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, referral.residentId))) throw problems.notFound('resident');
    await insertReferral(tx, { id, ...referral, by: actorRef(actor), byName: actor.name, at: deps.clock.now() });
    const detail = { referralId: id, topics: referral.topics };
    await audit(tx, deps, actor, { action: 'referral.make', subject: referral.residentId, detail });
  });
  return id;
}

/** As many as a person can look through for the one they mean. */
const mostFound = 10;

/** Residents to refer, by words of their name, address or reference: no more of each than tells two people apart. */
export async function findToRefer({ db }: Deps, typed: string) {
  const rows = await findResidents(db, { typed }, null, mostFound);
  const current = rows.slice(0, mostFound).filter(({ status }) => status === 'current');
  return { items: current.map((row) => ({ id: row.id, name: displayName(row), address: displayAddress(row) })) };
}
