import { type PastMember, pastMembers } from '../../../db/queries/memberships.ts';
import type { Deps } from '../../deps.ts';
import { displayName } from '../resident/name.ts';

/** Who was in a group and left, the last to leave first; one row past the limit. */
export async function groupHistory({ db }: Deps, groupId: string, after: readonly string[] | null, limit: number) {
  return (await pastMembers(db, groupId, after, limit)).map(
    ({ title, givenName, familyName, ...past }: PastMember) => ({
      ...past,
      name: displayName({ title, givenName, familyName }),
    }),
  );
}
