import { send } from './api.ts';

/** How a member of staff comes in, and what they do with their own way in. These paths take no key. */

const post = (path: string, body?: unknown) => send('POST', `/api/auth/${path}`, body);

/** Starts a session, or asks for the second step; throws `wrong_sign_in`, `too_many`, `password_off`. */
export const signIn = (email: string, password: string) =>
  post('sign-in/email', { email, password }) as Promise<{ needs: 'code' | null }>;
/** The second step; throws `wrong_code`, `sign_in_again`, `too_many`. */
export const signInWith = (typed: { code: string } | { recovery: string }) => post('sign-in/code', typed);
/** Ends the session. */
export const signOut = () => post('sign-out');
/** Changes one's own password, which ends one's other sessions; throws `wrong_password`, `weak_password`. */
export const changePassword = (current: string, next: string) => post('change-password', { current, next });

/** Which other sign-in is connected, by its name. */
export const waysIn = () => send('GET', '/api/auth/ways', undefined) as Promise<{ provider: string | null }>;
/** Where the browser goes to sign in there. */
export const startProvider = () => post('oidc') as Promise<{ url: string }>;

export interface TwoStepState {
  on: boolean;
  required: boolean;
  codesLeft: number;
}
export const twoStep = () => send('GET', '/api/auth/two-step', undefined) as Promise<TwoStepState>;
/** A secret for an app and ten recovery codes, which count once a code is confirmed. */
export const setUpTwoStep = (password: string) =>
  post('two-step/set-up', { password }) as Promise<{ uri: string; codes: string[] }>;
export const confirmTwoStep = (code: string) => post('two-step/confirm', { code });
export const newRecoveryCodes = (password: string) =>
  post('two-step/codes', { password }) as Promise<{ codes: string[] }>;
export const turnOffTwoStep = (password: string) => post('two-step/turn-off', { password });

export interface Session {
  id: string;
  device: { browser: string | null; system: string | null };
  createdAt: string;
  lastSeenAt: string;
  here: boolean;
}
export const mySessions = () => send('GET', '/api/auth/sessions', undefined) as Promise<{ items: Session[] }>;
export const endSession = (id: string) => post('sessions/end', { id });
export const endAllSessions = () => post('sessions/end-all');
