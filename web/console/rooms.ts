import type { ComponentType } from 'react';
import type { Me, Role } from '../shared/api.ts';
import type { Word } from './words.ts';

// To add a room: write `rooms/<noun>/<page>.tsx` with a default export that renders `Page`, add a line to `rooms` below
// (with `nav` only if it stands in the menu), and put its words into both files of `locales/`.

/** One page of the console. */
export interface Room {
  /** Address under `/console`, with `$name` for what `useParam('name')` reads. */
  path: string;
  /** Its label in the menu; pages without one are reached from others. */
  nav?: Word;
  /** Who may use it; for others it is absent. */
  roles: readonly Role[];
  /** Whether the menu has it, where that is not only a matter of role. */
  when?: (me: Me) => boolean;
  load: () => Promise<{ default: ComponentType }>;
}

/** Who sees people. */
const field: readonly Role[] = ['officer', 'administrator'];
/** Who reads waves and results. */
const readers: readonly Role[] = ['officer', 'analyst', 'administrator'];
/** Who keys returns and takes calls. */
const keyers: readonly Role[] = ['officer', 'interviewer', 'administrator'];
const administrators: readonly Role[] = ['administrator'];
const all: readonly Role[] = ['officer', 'analyst', 'interviewer', 'administrator'];

/** Practice rooms are there while some channel is practised. */
const practised = (me: Me) => me.practice.length > 0;

/** Every page, in the order of the menu. */
export const rooms: readonly Room[] = [
  { path: '/', nav: 'nav.home', roles: all, load: () => import('./rooms/home/home.tsx') },
  { path: '/waves', nav: 'nav.waves', roles: readers, load: () => import('./rooms/waves/list.tsx') },
  { path: '/waves/new', roles: field, load: () => import('./rooms/planner/new.tsx') },
  { path: '/waves/calendar', roles: readers, load: () => import('./rooms/waves/calendar.tsx') },
  { path: '/campaigns', roles: readers, load: () => import('./rooms/campaigns/list.tsx') },
  { path: '/campaigns/$id', roles: readers, load: () => import('./rooms/campaigns/campaign.tsx') },
  { path: '/waves/$id', roles: readers, load: () => import('./rooms/waves/wave.tsx') },
  { path: '/waves/$id/board', roles: readers, load: () => import('./rooms/waves/board.tsx') },
  { path: '/waves/$id/messages', roles: readers, load: () => import('./rooms/waves/messages.tsx') },
  { path: '/waves/$id/cost', roles: readers, load: () => import('./rooms/waves/cost.tsx') },
  { path: '/waves/$id/people', roles: field, load: () => import('./rooms/waves/people.tsx') },
  { path: '/waves/$id/prize', roles: field, load: () => import('./rooms/prizes/prize.tsx') },
  {
    path: '/waves/$id/photos',
    roles: readers,
    when: (me) => me.readsFreeText,
    load: () => import('./rooms/photos/photos.tsx'),
  },
  { path: '/waves/$id/setup', roles: readers, load: () => import('./rooms/waves/setup.tsx') },
  { path: '/waves/$id/plan/what', roles: field, load: () => import('./rooms/planner/what.tsx') },
  { path: '/waves/$id/plan/who', roles: field, load: () => import('./rooms/planner/who.tsx') },
  { path: '/waves/$id/plan/who/people', roles: field, load: () => import('./rooms/planner/plan-people.tsx') },
  { path: '/waves/$id/plan/steps', roles: field, load: () => import('./rooms/planner/steps.tsx') },
  { path: '/waves/$id/plan/words', roles: field, load: () => import('./rooms/planner/words.tsx') },
  { path: '/waves/$id/plan/check', roles: field, load: () => import('./rooms/planner/check.tsx') },
  { path: '/waves/$id/plan/launch', roles: field, load: () => import('./rooms/planner/launch.tsx') },
  { path: '/residents', nav: 'nav.residents', roles: field, load: () => import('./rooms/residents/list.tsx') },
  { path: '/residents/import', roles: field, load: () => import('./rooms/imports/imports.tsx') },
  { path: '/residents/import/$id', roles: field, load: () => import('./rooms/imports/import.tsx') },
  { path: '/residents/$id', roles: field, load: () => import('./rooms/residents/resident.tsx') },
  { path: '/residents/$id/facts', roles: field, load: () => import('./rooms/residents/resident-facts.tsx') },
  { path: '/residents/$id/permissions', roles: field, load: () => import('./rooms/residents/permissions.tsx') },
  { path: '/residents/$id/groups', roles: field, load: () => import('./rooms/residents/resident-groups.tsx') },
  { path: '/residents/$id/data', roles: administrators, load: () => import('./rooms/residents/data.tsx') },
  {
    path: '/questionnaires',
    nav: 'nav.questionnaires',
    roles: readers,
    load: () => import('./rooms/questionnaires/list.tsx'),
  },
  { path: '/questionnaires/new', roles: field, load: () => import('./rooms/questionnaires/new.tsx') },
  { path: '/questionnaires/$id', roles: readers, load: () => import('./rooms/questionnaires/editor.tsx') },
  { path: '/questionnaires/$id/languages', roles: readers, load: () => import('./rooms/languages/languages.tsx') },
  { path: '/questionnaires/$id/languages/$code', roles: readers, load: () => import('./rooms/languages/language.tsx') },
  { path: '/questionnaires/$id/editions', roles: readers, load: () => import('./rooms/editions/editions.tsx') },
  { path: '/questionnaires/$id/editions/$edition', roles: readers, load: () => import('./rooms/editions/edition.tsx') },
  { path: '/questionnaires/$id/easy-words', roles: readers, load: () => import('./rooms/editions/easy-words.tsx') },
  { path: '/questionnaires/$id/preview', roles: readers, load: () => import('./rooms/questionnaires/preview/all.tsx') },
  {
    path: '/questionnaires/$id/practise',
    roles: readers,
    load: () => import('./rooms/questionnaires/practise/practise.tsx'),
  },
  { path: '/results', nav: 'nav.results', roles: readers, load: () => import('./rooms/results/results.tsx') },
  { path: '/results/$id', roles: readers, load: () => import('./rooms/results/results.tsx') },
  { path: '/words', roles: readers, when: (me) => me.readsFreeText, load: () => import('./rooms/results/words.tsx') },
  { path: '/groups', nav: 'nav.groups', roles: readers, load: () => import('./rooms/groups/list.tsx') },
  { path: '/groups/$id', roles: field, load: () => import('./rooms/groups/group.tsx') },
  { path: '/groups/$id/who', roles: readers, load: () => import('./rooms/groups/who.tsx') },
  { path: '/groups/$id/invite', roles: field, load: () => import('./rooms/events/new.tsx') },
  { path: '/groups/$id/plan', roles: field, load: () => import('./rooms/meetings/new.tsx') },
  { path: '/meetings/$id', roles: field, load: () => import('./rooms/meetings/pack.tsx') },
  { path: '/meetings/$id/plan', roles: field, load: () => import('./rooms/meetings/change.tsx') },
  { path: '/meetings/$id/comments', roles: field, load: () => import('./rooms/meetings/comments.tsx') },
  { path: '/meetings/$id/answers', roles: field, load: () => import('./rooms/meetings/answers.tsx') },
  { path: '/interests', roles: field, load: () => import('./rooms/taking-part/interests.tsx') },
  { path: '/events', roles: field, load: () => import('./rooms/events/list.tsx') },
  { path: '/events/new', roles: field, load: () => import('./rooms/events/new.tsx') },
  { path: '/events/$id', roles: field, load: () => import('./rooms/events/event.tsx') },
  { path: '/join-requests', roles: field, load: () => import('./rooms/taking-part/join-requests.tsx') },
  { path: '/referrals', roles: field, load: () => import('./rooms/taking-part/referrals.tsx') },
  { path: '/refer', nav: 'nav.refer', roles: all, load: () => import('./rooms/taking-part/refer.tsx') },
  { path: '/outcomes', roles: readers, load: () => import('./rooms/groups/outcomes.tsx') },
  { path: '/tray', nav: 'nav.tray', roles: field, load: () => import('./rooms/tray/tray.tsx') },
  { path: '/keying', nav: 'nav.keying', roles: keyers, load: () => import('./rooms/keying/keying.tsx') },
  { path: '/calls', nav: 'nav.calls', roles: keyers, load: () => import('./rooms/calls/calls.tsx') },
  { path: '/post', nav: 'nav.post', roles: field, load: () => import('./rooms/post/post.tsx') },
  { path: '/deliveries', roles: field, load: () => import('./rooms/deliveries/deliveries.tsx') },
  {
    path: '/practice',
    nav: 'nav.practice',
    roles: all,
    when: practised,
    load: () => import('./rooms/practice/inbox.tsx'),
  },
  { path: '/settings', nav: 'nav.settings', roles: readers, load: () => import('./rooms/settings/landlord.tsx') },
  { path: '/settings/providers', roles: readers, load: () => import('./rooms/settings/providers.tsx') },
  { path: '/settings/phrases', roles: readers, load: () => import('./rooms/phrases/languages.tsx') },
  { path: '/settings/phrases/$code', roles: readers, load: () => import('./rooms/phrases/read.tsx') },
  { path: '/settings/bands', roles: readers, load: () => import('./rooms/settings/bands.tsx') },
  { path: '/settings/people', roles: administrators, load: () => import('./rooms/settings/people.tsx') },
  { path: '/settings/keys', roles: administrators, load: () => import('./rooms/settings/keys.tsx') },
  { path: '/settings/audit', roles: administrators, load: () => import('./rooms/settings/audit.tsx') },
  { path: '/settings/keeping', roles: administrators, load: () => import('./rooms/settings/keeping.tsx') },
  { path: '/settings/backup', roles: administrators, load: () => import('./rooms/settings/backup.tsx') },
  { path: '/settings/password', roles: all, load: () => import('./rooms/settings/password.tsx') },
  { path: '/settings/two-step', roles: all, load: () => import('./rooms/access/two-step.tsx') },
  { path: '/settings/sessions', roles: all, load: () => import('./rooms/access/sessions.tsx') },
  { path: '/practice/phone', roles: all, load: () => import('./rooms/practice/phones.tsx') },
  { path: '/practice/phone/$number', roles: all, load: () => import('./rooms/practice/phone.tsx') },
];

/** The rooms one person may use. */
export const roomsOf = (me: Me): readonly Room[] =>
  rooms.filter(({ roles, when }) => roles.some((role) => me.roles.includes(role)) && (when?.(me) ?? true));
