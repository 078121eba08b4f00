import { type ReferralFilter, type ReferralRow, referralRows } from '../../../db/queries/referrals.ts';
import { isTopic } from '../../../surveys/groups/interests.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { actorRef } from '../audit.ts';
import { displayName } from '../resident/name.ts';

export interface ReferralPage {
  after: readonly string[] | null;
  limit: number;
}

const shown = (row: ReferralRow) => ({ ...row, name: displayName(row), topics: row.topics.filter(isTopic) });

/** Referrals for the officer, newest first; one row past the limit. */
export const seeReferrals = async ({ db }: Deps, filter: ReferralFilter, { after, limit }: ReferralPage) =>
  (await referralRows(db, filter, after, limit)).map(shown);

/** What somebody referred themselves, with what came of each. */
export const myReferrals = (deps: Deps, actor: Actor, page: ReferralPage) =>
  seeReferrals(deps, { by: actorRef(actor) }, page);
