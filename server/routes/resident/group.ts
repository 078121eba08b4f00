import { paperFile } from '../../../db/queries/meetings.ts';
import {
  type MemberComment,
  type MemberMeeting,
  type MemberPaper,
  memberMeeting,
} from '../../../db/queries/member-page.ts';
import { daysBetween, localDate } from '../../../surveys/fieldwork/dates.ts';
import { formatOf } from '../../../surveys/format.ts';
import { papersFor } from '../../../surveys/groups/pack.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { speaker } from '../../../web/pages/frame.ts';
import { type GroupItem, type GroupPageData, type GroupPaper, groupPage } from '../../../web/pages/group.ts';
import { oldLinkPage } from '../../../web/pages/preferences.ts';
import { commentOnPage, showMyName } from '../../actions/comment-inbound/from-page.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest } from './link.ts';
import { tellKindly } from './tell.ts';
import { formOf, goTo, show } from './visit.ts';

/** What is about no item. */
const other = 'other';

/** Hands on the meeting of the link, or tells that it opens nothing any more. */
const withMeeting =
  (handle: (c: AppContext, deps: Deps, guest: Guest, meeting: MemberMeeting) => Promise<Response>) =>
  async (c: AppContext, deps: Deps, guest: Guest): Promise<Response> => {
    const { subject, residentId } = guest.holder;
    const meeting = subject === null ? null : await memberMeeting(deps.db, subject, residentId);
    return meeting ? handle(c, deps, guest, meeting) : show(c, oldLinkPage(guest.frame, null), 404);
  };

/** Papers in the member's own format and language where there are some. */
const ownPapers = ({ papers }: MemberMeeting, { holder }: Guest): MemberPaper[] => {
  const wanted = papersFor(papers, {
    language: phraseLanguage(holder.language),
    format: formatOf(holder.format),
  });
  return papers.filter(({ id }) => wanted.some((paper) => paper.id === id));
};

function dataOf(deps: Deps, guest: Guest, meeting: MemberMeeting, error: GroupPageData['error']): GroupPageData {
  const { action, timeZone, frame } = guest;
  const link = (paper: MemberPaper): GroupPaper => ({ ...paper, href: `${action}/paper/${paper.id}` });
  const papers = ownPapers(meeting, guest);
  const day = (at: string) => localDate(Date.parse(at), timeZone);
  const said = (comments: readonly MemberComment[]) => comments.map(({ words, at }) => ({ words, on: day(at) }));
  const items: GroupItem[] = meeting.items.map((item) => ({
    key: item.id,
    number: item.number,
    title: item.title,
    summary: item.summary,
    papers: papers.filter(({ agendaItemId }) => agendaItemId === item.id).map(link),
    comments: said(meeting.comments.filter(({ agendaItemId }) => agendaItemId === item.id)),
  }));
  return {
    action,
    group: meeting.group,
    heldOn: meeting.heldOn,
    commentsBy: meeting.commentsBy,
    daysLeft: daysBetween(day(deps.clock.now().toISOString()), meeting.commentsBy),
    items,
    papers: papers.filter(({ agendaItemId }) => agendaItemId === null).map(link),
    other: {
      key: other,
      number: null,
      title: speaker(frame)('page.group.anything_else'),
      summary: '',
      papers: [],
      comments: said(meeting.comments.filter(({ agendaItemId }) => agendaItemId === null)),
    },
    showName: meeting.showName,
    answers: meeting.comments.flatMap(({ words, answer }) => (answer === null ? [] : [{ words, answer }])),
    error,
  };
}

const showMeeting = async (c: AppContext, deps: Deps, guest: Guest, meeting: MemberMeeting) =>
  show(c, groupPage(guest.frame, dataOf(deps, guest, meeting, null)));

async function takeFromMember(c: AppContext, deps: Deps, guest: Guest, meeting: MemberMeeting): Promise<Response> {
  const form = await formOf(c);
  const { residentId } = guest.holder;
  if (form.get('do') === 'name') {
    await showMyName(deps, meeting, residentId, form.get('show') === 'yes');
    return goTo(c, guest.action);
  }
  const key = form.get('item') ?? other;
  const words = form.get('words') ?? '';
  const item = meeting.items.find(({ id }) => id === key);
  if (words.trim() === '') {
    const error = { item: item ? key : other, typed: words };
    return show(c, groupPage(guest.frame, dataOf(deps, guest, meeting, error)), 422);
  }
  const late = localDate(deps.clock.now().getTime(), guest.timeZone) > meeting.commentsBy;
  await commentOnPage(deps, meeting, { residentId, agendaItemId: item?.id ?? null, words, late });
  return goTo(c, `${guest.action}#item-${item ? key : other}`);
}

/** A paper as a file to keep: it is never opened as a page of ours, and may do nothing if it is. */
async function givePaper(c: AppContext, deps: Deps, _guest: Guest, meeting: MemberMeeting): Promise<Response> {
  const id = c.req.param('paper') ?? '';
  const paper = meeting.papers.some((each) => each.id === id) ? await paperFile(deps.db, id) : null;
  if (!paper) throw problems.notFound('paper');
  const name = encodeURIComponent(paper.filename);
  return c.body(paper.content, 200, {
    'content-type': paper.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
}

const shared = { who: 'resident', tell: tellKindly } as const;
const handler = (handle: Parameters<typeof withMeeting>[0]) => byLink('group', withMeeting(handle));

export const groupPageRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', path: '/g/:token', limit: limits.none, handle: handler(showMeeting) }),
  route({ ...shared, method: 'POST', path: '/g/:token', limit: limits.medium, handle: handler(takeFromMember) }),
  route({ ...shared, method: 'GET', path: '/g/:token/paper/:paper', limit: limits.none, handle: handler(givePaper) }),
];
