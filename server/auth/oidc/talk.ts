import { authorizationCodeRequest, verifyJwsAccessToken } from 'better-auth/oauth2';
import { z } from 'zod';
import type { OidcEnv } from '../../env.ts';
import { problems } from '../../problem.ts';
import type { Claims } from './claims.ts';

/** How long a provider may take to answer. */
const patienceMs = 10_000;
/** How far its clock may be from ours, and how old a token may be, in seconds. */
const token = { clockTolerance: 30, maxTokenAge: 600 } as const;

const address = z.url({ protocol: /^https?$/ });
const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
});
export type Discovered = z.output<typeof discovery>;

const tokens = z.object({ id_token: z.string(), access_token: z.string().optional() });
const claims = z.looseObject({ sub: z.string().min(1).max(255) });

/** Asks the provider something. Nobody there, or a fault of its own, is `provider_away`; redirects are not followed. */
async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) }).catch(
    () => {
      throw problems.providerAway();
    },
  );
  if (answer.status >= 500) throw problems.providerAway();
  return answer;
}

async function read<T extends z.ZodType>(answer: Response, shape: T): Promise<z.output<T> | null> {
  const parsed = shape.safeParse(answer.ok ? await answer.json().catch(() => null) : null);
  return parsed.success ? parsed.data : null;
}

/** The provider's own description. It must name the very issuer that is configured, or another could stand in for it. */
export async function discover({ issuer }: OidcEnv): Promise<Discovered> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await read(await ask(url), discovery);
  if (!found) throw problems.providerAway();
  if (found.issuer !== issuer) throw problems.providerRefused();
  return found;
}

export interface Exchange {
  code: string;
  verifier: string;
  redirectUri: string;
}

/** Gives the code back for tokens. Throws `provider_late` for one that is spent or too old. */
export async function exchange(env: OidcEnv, found: Discovered, { code, verifier, redirectUri }: Exchange) {
  const methods = found.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const { body, headers } = await authorizationCodeRequest({
    code,
    codeVerifier: verifier,
    redirectURI: redirectUri,
    options: { clientId: env.clientId, clientSecret: env.clientSecret },
    authentication: methods.includes('client_secret_post') ? 'post' : 'basic',
  });
  const answer = await ask(found.token_endpoint, { method: 'POST', body, headers });
  const given = await read(answer, tokens);
  if (given) return given;
  const told = await answer.json().catch(() => null);
  const spent = typeof told === 'object' && told !== null && 'error' in told && told.error === 'invalid_grant';
  throw spent ? problems.providerLate() : problems.providerRefused();
}

/** Only signatures by a key pair: a shared secret or none at all would let others write tokens. */
const signedByPair = /^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$/;

/** Checks an identity token: its signature, issuer, audience, age and nonce. Throws `provider_refused`. */
export async function verified(env: OidcEnv, found: Discovered, idToken: string, nonce: string): Promise<Claims> {
  const algorithms = (found.id_token_signing_alg_values_supported ?? ['RS256']).filter((name) =>
    signedByPair.test(name),
  );
  const payload = await verifyJwsAccessToken(idToken, {
    jwksFetch: found.jwks_uri,
    verifyOptions: {
      issuer: env.issuer,
      audience: env.clientId,
      algorithms,
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      ...token,
    },
  }).catch(() => null);
  const said = claims.safeParse(payload);
  const forUs = payload?.azp === undefined || payload.azp === env.clientId;
  if (!said.success || payload?.nonce !== nonce || !forUs) throw problems.providerRefused();
  return said.data;
}

/** What the provider tells of a person apart from the token, where the token has no address; it must be of the same person. */
export async function askedFor(found: Discovered, accessToken: string | undefined, sub: unknown): Promise<Claims> {
  if (!found.userinfo_endpoint || !accessToken) return {};
  const answer = await ask(found.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
  const said = await read(answer, claims);
  return said?.sub === sub ? (said as Claims) : {};
}
