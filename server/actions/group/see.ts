import { addressKeys } from '../../../db/address-hash.ts';
import { groupById, groupList, type Member, membersOf } from '../../../db/queries/groups.ts';
import { meetingsOf } from '../../../db/queries/meetings.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import { formatOf } from '../../../surveys/format.ts';
import type { Load } from '../../../surveys/groups/load.ts';
import { packChannel } from '../../../surveys/groups/pack.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { loadsOf } from './load.ts';

/** What the way to somebody depends on. */
export type Reachable = Pick<Member, 'stopped' | 'preferredChannel' | 'ways' | 'language' | 'format'>;

/** The way messages go to somebody; null when nothing may be sent or no way works. */
export function wayOf({ stopped, preferredChannel, ways, language, format }: Reachable): ContactChannel | null {
  if (stopped) return null;
  return packChannel({
    preferred: preferredChannel as ContactChannel | null,
    language: phraseLanguage(language),
    format: formatOf(format),
    held: ways as ContactChannel[],
    barred: [],
  });
}

const wayWords: Record<ContactChannel, string> = { email: 'Email', sms: 'Text', post: 'Post' };

function shownMember(member: Member, load: Load) {
  const way = wayOf(member);
  return {
    residentId: member.residentId,
    name: displayName(member),
    address: displayAddress(member),
    language: member.language,
    format: formatOf(member.format),
    way: way === null ? 'No way that works' : wayWords[way],
    from: member.from,
    pausedUntil: member.pausedUntil,
    termEndsOn: member.termEndsOn,
    joinedBy: member.joinedBy,
    load,
  };
}

/** Halo groups with their meetings, newest first. */
export async function listGroups({ db }: Deps) {
  const groups = await groupList(db, 'halo');
  const meetings = await meetingsOf(
    db,
    groups.map(({ id }) => id),
  );
  return {
    items: groups.map((group) => ({ ...group, meetings: meetings.filter(({ groupId }) => groupId === group.id) })),
  };
}

/** One panel or group with everybody in it. Throws `not_found`. */
export async function seeGroup(deps: Deps, id: string) {
  const { db, env, clock } = deps;
  const group = await groupById(db, id);
  if (!group) throw problems.notFound('group');
  const members = await membersOf(db, id, await addressKeys(env.secret), clock.now());
  const loadFor = await loadsOf(deps, id);
  const list = members.map((member) => shownMember(member, loadFor(member.residentId)));
  return { ...group, meetings: await meetingsOf(db, [id]), list };
}
