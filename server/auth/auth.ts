import type { Actor } from '../actor.ts';

/** What a person types to sign in. */
export interface Credentials {
  email: string;
  password: string;
}

/** Knows staff and keys. */
export interface Auth {
  /** Who sent this request, by session cookie or `Authorization: Bearer`; null when nobody we know. */
  actor(request: Request): Promise<Actor | null>;
  /**
   * Starts a session. Takes what was typed, the request, and the address it came from. Gives the headers of the answer, which set
   * the cookie. Throws `wrong_sign_in` and `too_many`.
   */
  signIn(credentials: Credentials, request: Request, address: string): Promise<Headers>;
  /** Ends the session of a request. Gives the headers that take the cookie away. */
  signOut(request: Request): Promise<Headers>;
  /** Changes the password of whoever is signed in, and ends their other sessions. Throws `wrong_password`. */
  changePassword(request: Request, change: { current: string; next: string }): Promise<Headers>;
}
