import type { ComponentType } from 'react';
import type { Role } from '../shared/api.ts';
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
  load: () => Promise<{ default: ComponentType }>;
}

const all: readonly Role[] = ['officer', 'analyst', 'interviewer', 'administrator'];

/** Every page, in the order of the menu. */
export const rooms: readonly Room[] = [
  { path: '/', nav: 'nav.home', roles: all, load: () => import('./rooms/home/home.tsx') },
];

/** The rooms one person may use. */
export const roomsOf = (mine: readonly Role[]): readonly Room[] =>
  rooms.filter((room) => room.roles.some((role) => mine.includes(role)));
