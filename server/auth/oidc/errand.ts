import { createAuthorizationURL } from 'better-auth/oauth2';
import { keepPending, takePending } from '../../../db/commands/access.ts';
import type { OidcEnv } from '../../env.ts';
import { problems } from '../../problem.ts';
import { sha256 } from '../hash.ts';
import type { StaffAuthDeps } from '../library.ts';
import { discover } from './talk.ts';

const cookieName = 'earshot.oidc';
/** How long somebody may take at the provider, in seconds. */
const patience = 600;

/** Where the provider sends the browser back to: to be registered there. */
export const redirectUriOf = ({ publicUrl }: StaffAuthDeps['env']) => `${publicUrl}/api/auth/oidc/callback`;

const secretOf = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const cookie = ({ publicUrl }: StaffAuthDeps['env'], value: string, seconds: number) =>
  `${cookieName}=${value}; Max-Age=${seconds}; Path=/api/auth/oidc; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

/** Takes the cookie of an errand away. */
export const errandOver = (env: StaffAuthDeps['env']): string => cookie(env, '', 0);

const cookieOf = (request: Request): string | null =>
  new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? null;

/** Sends a browser to the provider: the state is known to it by a cookie and to us by its hash; nonce and verifier stay here. */
export async function sendOff({ env, db, clock, randomBytes }: StaffAuthDeps, oidc: OidcEnv) {
  const found = await discover(oidc);
  const [state, nonce, verifier] = [secretOf(randomBytes(32)), secretOf(randomBytes(32)), secretOf(randomBytes(48))];
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + patience * 1000);
  await keepPending(db, { key: await sha256(state), nonce, verifier, at, expiresAt });
  const url = await createAuthorizationURL({
    id: 'oidc',
    options: { clientId: oidc.clientId },
    authorizationEndpoint: found.authorization_endpoint,
    redirectURI: redirectUriOf(env),
    scopes: ['openid', 'profile', 'email'],
    state,
    nonce,
    codeVerifier: verifier,
  });
  return { url: url.href, headers: new Headers({ 'set-cookie': cookie(env, state, patience) }) };
}

/** What a browser brought back, against what it was sent away with; once. Throws `provider_late` and `provider_refused`. */
export async function takeBack({ db, clock }: StaffAuthDeps, oidc: OidcEnv, request: Request) {
  const { searchParams } = new URL(request.url);
  const state = searchParams.get('state') ?? '';
  const ours = state !== '' && state === cookieOf(request);
  const pending = ours ? await takePending(db, await sha256(state), clock.now()) : null;
  if (!pending) throw problems.providerLate();
  const code = searchParams.get('code');
  const issuer = searchParams.get('iss');
  if (!code || (issuer !== null && issuer !== oidc.issuer)) throw problems.providerRefused();
  return { ...pending, code };
}
