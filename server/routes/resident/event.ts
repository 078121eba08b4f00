import { type EventRow, eventById, type InvitedPerson, invitationOf } from '../../../db/queries/events.ts';
import { replies } from '../../../surveys/groups/event.ts';
import { eventPage } from '../../../web/pages/event.ts';
import { oldLinkPage } from '../../../web/pages/preferences.ts';
import { replyOnPage, takesReplies } from '../../actions/event/reply.ts';
import { landlordToday } from '../../actions/today.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest } from './link.ts';
import { tellKindly } from './tell.ts';
import { formOf, goTo, show } from './visit.ts';

interface Invited {
  event: EventRow;
  person: InvitedPerson;
}

/** Hands on the invitation of the link, or tells that it opens nothing any more. */
const withInvitation =
  (handle: (c: AppContext, deps: Deps, guest: Guest, invited: Invited) => Promise<Response>) =>
  async (c: AppContext, deps: Deps, guest: Guest): Promise<Response> => {
    const { subject, residentId } = guest.holder;
    const event = subject === null ? null : await eventById(deps.db, subject);
    const person = event && (await invitationOf(deps.db, event.id, residentId));
    return event && person ? handle(c, deps, guest, { event, person }) : show(c, oldLinkPage(guest.frame, null), 404);
  };

async function closedFor(deps: Deps, event: EventRow): Promise<'over' | 'called_off' | null> {
  if (event.calledOffAt !== null) return 'called_off';
  return takesReplies(event, await landlordToday(deps.db, deps)) ? null : 'over';
}

async function showEvent(c: AppContext, deps: Deps, { frame, action }: Guest, { event, person }: Invited) {
  const closed = await closedFor(deps, event);
  return show(c, eventPage(frame, { ...event, action, group: event.groupName, reply: person.reply, closed }));
}

async function takeReply(c: AppContext, deps: Deps, { action }: Guest, { event, person }: Invited): Promise<Response> {
  const said = (await formOf(c)).get('reply');
  const reply = replies.find((each) => each === said);
  if (reply) await replyOnPage(deps, event.id, person.id, reply);
  return goTo(c, action);
}

const shared = { path: '/e/:token', who: 'resident', tell: tellKindly } as const;
const handler = (handle: Parameters<typeof withInvitation>[0]) => byLink('event', withInvitation(handle));

export const eventPageRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', limit: limits.none, handle: handler(showEvent) }),
  route({ ...shared, method: 'POST', limit: limits.small, handle: handler(takeReply) }),
];
