import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { fromBase64, sameSecret, toHex, utf8 } from '../bytes.ts';

/** What must be known of a request to tell whether Twilio made it. */
export interface SignedRequest {
  /** `X-Twilio-Signature`. */
  signature: string | null;
  /** The whole public address called, with its query: our configured address, never the Host header. */
  url: string;
  /** The form posted, when the body is a form. */
  form?: URLSearchParams;
  /** The body as it came, when it is not a form; its hash is in the address. */
  body?: string;
}

/**
 * Makes the check of one account's webhooks. True only when the signature is right, with or without the port in
 * the address and in its older spelling. Algorithm: twilio.com/docs/usage/security, HMAC-SHA1 over address and sorted fields.
 */
export function twilioVerifier(authToken: string): (request: SignedRequest) => Promise<boolean> {
  const key = utf8(authToken);
  return async ({ signature, url, form, body }) => {
    const expected = fromBase64(signature ?? '');
    if (!expected || expected.length === 0 || !URL.canParse(url)) return false;
    const given = toHex(expected);
    const fields = form ? signedFields(form) : '';
    const isOf = (spelling: string) => sameSecret(toHex(hmac(sha1, key, utf8(spelling + fields))), given);
    // Nearly always it is the address as it was called: the other spellings are looked at when it is not.
    const isRight = isOf(url) || spellings(url).map(isOf).includes(true);
    return isRight && (form !== undefined || (await hashMatches(url, body ?? '')));
  };
}

/** Names and values joined, sorted by name; several values of a name once each, sorted. */
function signedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
}

async function hashMatches(url: string, body: string): Promise<boolean> {
  const claimed = new URL(url).searchParams.get('bodySHA256');
  if (claimed === null) return body === '';
  const digest = await crypto.subtle.digest('SHA-256', utf8(body));
  return sameSecret(claimed.toLowerCase(), toHex(new Uint8Array(digest)));
}

/** The address in every way that Twilio's back ends have been seen to sign it. */
function spellings(url: string): string[] {
  const received = [withoutPort(url), withPort(url)];
  const normal = new URL(url).href;
  const normalised = [withoutPort(normal), withPort(normal)];
  return [...new Set([...received, ...normalised, ...normalised.map(legacyQuery)])];
}

const address = /^([a-z][a-z0-9+.-]*):\/\/((?:[^/?#]*@)?)(\[[^\]]*\]|[^/?#:]*)(?::\d+)?/i;

const withoutPort = (url: string): string =>
  url.replace(address, (_, scheme, user, host) => `${scheme}://${user}${host}`);

function withPort(url: string): string {
  if (new URL(url).port !== '') return url;
  return url.replace(address, (_, scheme: string, user, host) => {
    const port = scheme.toLowerCase() === 'https' ? 443 : 80;
    return `${scheme}://${user}${host}:${port}`;
  });
}

/** The query as `querystring` writes it: decoded, then encoded again. */
function legacyQuery(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const pairs = [...new URLSearchParams(url.slice(at + 1))];
  return `${url.slice(0, at)}?${pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`;
}
