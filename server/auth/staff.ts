import { noteSeen, passwordChosen } from '../../db/commands/access.ts';
import { namesAround, requiresTwoStep, type Standing, staffByEmail } from '../../db/queries/access.ts';
import { type Actor, type Held, type Role, roles } from '../actor.ts';
import { isLocal } from '../env.ts';
import { problems } from '../problem.ts';
import type { Credentials, SignedIn } from './auth.ts';
import { sha256 } from './hash.ts';
import { inOne, type Library, library, refusalOf, type StaffAuthDeps } from './library.ts';
import { limited, triesOf } from './limits.ts';
import { noteAccess, noteFailed } from './note.ts';
import { mustBeStrong } from './password.ts';

const rolesOf = (role: string): Role[] => roles.filter((one) => role.split(',').includes(one));

/** The session of a request and whose it is. */
export type Here = NonNullable<Awaited<ReturnType<Library['api']['getSession']>>>;

/**
 * True when a person must come in by the organisation's own accounts. The last administrator may always use their password, so
 * that a provider which is lost locks nobody out for good.
 */
const passwordIsOff = (member: Standing, providerThere: boolean) =>
  providerThere && member.linked && !member.passwordSignIn && !member.lastAdministrator;

/** Staff by password and session cookie. Built when first needed: most requests of a resident never do. */
export function staffAuth(deps: StaffAuthDeps) {
  let made: Library | undefined;
  const auth = () => {
    made ??= library(deps);
    return made;
  };
  const mayDemo = isLocal(deps.env.publicUrl);
  const now = () => deps.clock.now();

  async function here(headers: Headers): Promise<Here | null> {
    if (!headers.get('cookie')?.includes('earshot.')) return null;
    const found = await auth().api.getSession({ headers });
    return found && (mayDemo || !found.user.demo) ? found : null;
  }

  async function heldOf({ user, session }: Here): Promise<Held | null> {
    if (session.way === 'provider') return null;
    if (user.mustChangePassword) return 'password';
    return !user.twoFactorEnabled && (await requiresTwoStep(deps.db)) ? 'two_step' : null;
  }

  /** The right password: whether its owner may come in, and what is noted of it. */
  async function enter(credentials: Credentials, member: Standing | null, headers: Headers): Promise<SignedIn> {
    return inOne(deps, async (auth, tx) => {
      const body = { email: credentials.email, password: credentials.password };
      const done = await auth.api.signInEmail({ body, headers, returnHeaders: true });
      if (!member || member.roles.length === 0) throw problems.wrongSignIn();
      if (passwordIsOff(member, deps.env.oidc !== null)) throw problems.passwordOff(deps.env.oidc?.name ?? '');
      if ('twoFactorRedirect' in done.response) return { headers: done.headers, needs: 'code' };
      await noteSeen(tx, member.id, now());
      await noteAccess(tx, now(), member, 'sign_in', { way: 'password' });
      return { headers: done.headers, needs: null };
    });
  }

  async function tryPassword(credentials: Credentials, headers: Headers): Promise<SignedIn> {
    const member = await staffByEmail(deps.db, credentials.email);
    if (member?.demo && !mayDemo) throw problems.demoAccount();
    try {
      return await enter(credentials, member, headers);
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      await noteFailed(deps.db, now(), member?.id ?? null, 'password');
      throw problems.wrongSignIn();
    }
  }

  return {
    here,
    async actor(headers: Headers): Promise<Actor | null> {
      const found = await here(headers);
      if (!found) return null;
      const { id, name, role } = found.user;
      return { kind: 'staff', id, name, roles: rolesOf(String(role)), held: await heldOf(found) };
    },
    async signIn(credentials: Credentials, headers: Headers, address: string): Promise<SignedIn> {
      const tries = triesOf('sign-in', { address, account: await sha256(credentials.email.toLowerCase()) });
      return limited(deps.db, tries, now(), () => tryPassword(credentials, headers));
    },
    signOut: async (headers: Headers) => (await auth().api.signOut({ headers, returnHeaders: true })).headers,
    async changePassword(headers: Headers, { current, next }: { current: string; next: string }): Promise<Headers> {
      const found = await here(headers);
      if (!found) throw problems.notSignedIn();
      if (next === current) throw problems.weakPassword();
      mustBeStrong(next, await namesAround(deps.db, found.user.id));
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const change = () =>
        inOne(deps, async (auth, tx) => {
          const done = await auth.api.changePassword({ body, headers, returnHeaders: true });
          await passwordChosen(tx, found.user.id);
          await noteAccess(tx, now(), found.user, 'change_password');
          return done.headers;
        });
      try {
        return await limited(deps.db, triesOf('password', { address: found.user.id }), now(), change);
      } catch (error) {
        if (refusalOf(error) !== null) throw problems.wrongPassword();
        throw error;
      }
    },
  };
}

export type Staff = ReturnType<typeof staffAuth>;
