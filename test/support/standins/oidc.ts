import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { portOf } from './server.ts';

/** Somebody the provider knows. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

export interface OidcStandin {
  /** Its issuer. */
  url: string;
  clientId: string;
  clientSecret: string;
  /** Who sits at the browser and says yes to everything. */
  person: Person;
  close(): Promise<void>;
}

const client = { id: 'earshot', secret: 'a-secret-of-the-client-for-tests-only' };

/** What is asked of the person at the browser: they sign in as whoever they are, at once. */
async function signInAtOnce(provider: Provider, person: Person, request: IncomingMessage, response: ServerResponse) {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) });
  grant?.addOIDCScope('openid profile email');
  const consent = { grantId: (await grant?.save()) ?? '' };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

function providerAt(url: string, redirectUri: string, standin: { person: Person }): Provider {
  return new Provider(url, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of a stand-in'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...standin.person, sub: id }) }),
  });
}

/** A real OpenID provider (oidc-provider) on a free port, which knows this one client and demands PKCE of it. */
export async function startOidc(redirectUri: string): Promise<OidcStandin> {
  let provider: Provider | null = null;
  const standin = { person: { sub: 'p1' } as Person };
  const server = createServer((request, response) => {
    if (!provider) return void response.end();
    if (request.url?.startsWith('/interaction/')) return void signInAtOnce(provider, standin.person, request, response);
    void provider.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  provider = providerAt(url, redirectUri, standin);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(standin, { url, clientId: client.id, clientSecret: client.secret, close });
}

/** Goes where the provider sends a browser, until it is sent back to us. Gives that address. */
export async function walk(from: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(from);
  for (let hop = 0; hop < 10; hop += 1) {
    if (at.href.startsWith(redirectUri)) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`The provider answered ${answer.status} and sent the browser nowhere`);
    at = new URL(next, at);
  }
  throw new Error('The provider sent the browser round and round');
}
