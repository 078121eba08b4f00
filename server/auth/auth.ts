import type { SessionRow } from '../../db/queries/access.ts';
import type { Actor } from '../actor.ts';

/** What a person types to sign in. */
export interface Credentials {
  email: string;
  password: string;
}

/** A session that was started, or the second step that is asked for first. The headers set the cookies. */
export interface SignedIn {
  headers: Headers;
  needs: 'code' | null;
}

/** The second step of one person, as their own page shows it. */
export interface TwoStepState {
  on: boolean;
  /** Recovery codes that were not used yet. */
  codesLeft: number;
  /** The landlord asks it of everybody. */
  required: boolean;
}

/** A request and where it came from. */
export interface Sent {
  request: Request;
  address: string;
}

export interface TwoStep {
  state(request: Request): Promise<TwoStepState>;
  /** Makes a secret and ten recovery codes, which count for nothing until one code of the secret is confirmed. Throws `wrong_password`. */
  setUp(sent: Sent, password: string): Promise<{ uri: string; codes: readonly string[] }>;
  /** Turns the second step on. Throws `wrong_code` and `too_many`. */
  confirm(sent: Sent, code: string): Promise<Headers>;
  /** Ten new recovery codes in place of the old ones. Throws `wrong_password`. */
  newCodes(sent: Sent, password: string): Promise<readonly string[]>;
  /** Throws `wrong_password`, and `two_step_required` where the landlord asks it of everybody. */
  turnOff(sent: Sent, password: string): Promise<Headers>;
  /** The second step of signing in: six numbers of the app, or a recovery code, each once. Throws `wrong_code`, `sign_in_again`, `too_many`. */
  answer(sent: Sent, typed: { code: string } | { recovery: string }): Promise<Headers>;
}

export interface Sessions {
  list(request: Request): Promise<SessionRow[]>;
  /** Ends one session of whoever is signed in. Throws `not_found`. */
  end(request: Request, id: string): Promise<void>;
  /** Ends every session of whoever is signed in, this one with them. */
  endAll(request: Request): Promise<void>;
}

/** Signing in by the organisation's own accounts, by OpenID Connect. */
export interface Provider {
  /** Its name for the button; null when none is connected. */
  name: string | null;
  /** Where to send the browser, and the cookie that ties the answer to it. Throws `provider_away`. */
  start(sent: Sent): Promise<{ url: string; headers: Headers }>;
  /** Takes the answer of the provider. Gives the cookies of a session. Throws one of the `provider_` problems. */
  finish(request: Request): Promise<Headers>;
}

/** Knows staff and keys. */
export interface Auth {
  /** Who sent this request, by session cookie or `Authorization: Bearer`; null when nobody we know. */
  actor(request: Request): Promise<Actor | null>;
  /**
   * Starts a session. Takes what was typed, the request, and the address it came from. Throws `wrong_sign_in`, `too_many` and
   * `password_off`.
   */
  signIn(credentials: Credentials, request: Request, address: string): Promise<SignedIn>;
  /** Ends the session of a request. Gives the headers that take the cookie away. */
  signOut(request: Request): Promise<Headers>;
  /** Changes the password of whoever is signed in, and ends their other sessions. Throws `wrong_password` and `weak_password`. */
  changePassword(request: Request, change: { current: string; next: string }): Promise<Headers>;
  readonly twoStep: TwoStep;
  readonly sessions: Sessions;
  readonly provider: Provider;
}
