import type { Actor } from '../actor.ts';

/** Knows staff and keys. */
export interface Auth {
  /** Who sent this request, by session cookie or `Authorization: Bearer`; null when nobody we know. */
  actor(request: Request): Promise<Actor | null>;
}
