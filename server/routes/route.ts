import type { Context } from 'hono';
import type { Actor, Role } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { Problem } from '../problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route. Staff roles are checked before the handler runs; a resident is known by the code or token in
 * the address, a provider by its signature, and their handlers check that.
 */
export type Who = { anyone: string } | 'resident' | 'provider' | readonly Role[];

/** What a handler finds on its context: `c.get('address')` is where the request came from; `actor` is set for staff and keys. */
export interface AppEnv {
  Variables: { actor: Actor; address: string };
}
export type AppContext = Context<AppEnv>;

export interface RouteDef {
  method: Method;
  /** In Hono's writing: `/s/:code`. */
  path: string;
  who: Who;
  /** The scope an API key needs; a route for staff without one takes no keys. */
  scope?: string;
  /** Also for staff who must first choose a password or set up their second step. */
  evenHeld?: boolean;
  /** Most bytes of body taken. 0 for routes without one. */
  limit: number;
  handle(c: AppContext, deps: Deps): Response | Promise<Response>;
  /** Tells a problem in this route's own way (a kind page); problem details when left out. */
  tell?(problem: Problem, c: AppContext, deps: Deps): Response | Promise<Response>;
}

/** Body limits by name, in bytes. */
export const limits = {
  none: 0,
  /** A form of one answer, a webhook, a JSON command. */
  small: 64 * 1024,
  /** A questionnaire with all its languages, or a long comment. */
  medium: 2 * 1024 * 1024,
  /** A photo of a resident, and a little over: past it we do not read on. */
  photo: 10 * 1024 * 1024,
  /** A file: a paper of a pack, a CSV of residents, a mail with attachments. */
  file: 25 * 1024 * 1024,
} as const;

/** Declares one route. Routes are registered from these declarations and in no other way. */
export const route = (def: RouteDef): RouteDef => def;

/** A route anybody may call, and why that is right. */
export const anyone = (reason: string): Who => ({ anyone: reason });
