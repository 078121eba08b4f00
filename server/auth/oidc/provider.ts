import { linkSubject, noteSeen } from '../../../db/commands/access.ts';
import type { Db } from '../../../db/connect.ts';
import { type Standing, staffByEmail, staffBySubject } from '../../../db/queries/access.ts';
import { isLocal, type OidcEnv } from '../../env.ts';
import { problems } from '../../problem.ts';
import type { Provider } from '../auth.ts';
import { inOne, type StaffAuthDeps } from '../library.ts';
import { limited, triesOf } from '../limits.ts';
import { noteAccess, noteFailed } from '../note.ts';
import { type Claims, knownBy } from './claims.ts';
import { errandOver, redirectUriOf, sendOff, takeBack } from './errand.ts';
import { askedFor, discover, exchange, verified } from './talk.ts';

/**
 * Signing in by the organisation's own accounts: OpenID Connect with a code, PKCE, state and nonce. Only who has an account
 * already comes in: known by a verified address the first time, by the provider's own name for them from then on. What they may
 * do stays ours to say; their second step is the provider's to ask.
 */
export function providerOf(deps: StaffAuthDeps): Provider {
  const { env, db, clock } = deps;

  function connected(): OidcEnv {
    if (!env.oidc) throw problems.providerNone();
    return env.oidc;
  }

  return {
    name: env.oidc?.name ?? null,
    async start({ address }) {
      const oidc = connected();
      return limited(db, triesOf('provider', { address }), clock.now(), () => sendOff(deps, oidc));
    },
    async finish(request) {
      const oidc = connected();
      try {
        const claims = await claimsOf(deps, oidc, request);
        const subject = `${oidc.issuer} ${claims.sub}`;
        const member = await memberOf(db, claims, subject, oidc.issuer);
        const headers = await enter(deps, member, subject, request.headers);
        headers.append('set-cookie', errandOver(env));
        return headers;
      } catch (error) {
        await noteFailed(db, clock.now(), null, 'provider');
        throw error;
      }
    },
  };
}

/** What the provider says of whoever comes back, checked. */
async function claimsOf(deps: StaffAuthDeps, oidc: OidcEnv, request: Request): Promise<Claims> {
  const { code, nonce, verifier } = await takeBack(deps, oidc, request);
  const found = await discover(oidc);
  const given = await exchange(oidc, found, { code, verifier, redirectUri: redirectUriOf(deps.env) });
  const claims = await verified(oidc, found, given.id_token, nonce);
  if (claims.email !== undefined || claims.preferred_username !== undefined) return claims;
  return { ...(await askedFor(found, given.access_token, claims.sub)), sub: claims.sub };
}

/** Who this is of ours. Throws what to tell somebody whom we do not know. */
async function memberOf(db: Db, claims: Claims, subject: string, issuer: string): Promise<Standing> {
  const linked = await staffBySubject(db, subject);
  if (linked) return linked;
  const { emails, unverified } = knownBy(claims, issuer);
  for (const email of emails) {
    const member = await staffByEmail(db, email);
    if (member?.linked) throw problems.providerOther();
    if (member) return member;
  }
  throw unverified ? problems.providerUnverified() : problems.providerUnknown();
}

/** Starts a session of somebody the provider knows, tied to them from the first time on. */
async function enter(deps: StaffAuthDeps, member: Standing, subject: string, headers: Headers): Promise<Headers> {
  if (member.demo && !isLocal(deps.env.publicUrl)) throw problems.demoAccount();
  if (member.roles.length === 0) throw problems.providerUnknown();
  const at = deps.clock.now();
  return inOne(deps, async (auth, tx) => {
    const link = { id: deps.newId(), userId: member.id, subject, at };
    if (!member.linked && (await linkSubject(tx, link))) await noteAccess(tx, at, member, 'link_provider');
    const done = await auth.api.enter({ body: { userId: member.id }, headers, returnHeaders: true });
    await noteSeen(tx, member.id, at);
    await noteAccess(tx, at, member, 'sign_in', { way: 'provider' });
    return done.headers;
  });
}
