import { RetryError, UnknownError } from './errors.ts';

/** One request to a provider. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/**
 * Asks a provider. Every answer is given back, whatever its status.
 * Throws `RetryError` (channel down) when the request certainly never left, `UnknownError` when it may have arrived.
 */
export interface Http {
  (request: HttpRequest): Promise<HttpAnswer>;
  close?(): Promise<void>;
}

/** Codes of Node, undici and TLS that mean that no byte of the request was written. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The error code within an error or its cause: fetch wraps what happened. */
export function errorCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return errorCode(at.errors[0]);
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'TIMEOUT';
  }
  return 'NETWORK';
}

/** What a broken request means for the message in it. */
export function brokenRequest(error: unknown): RetryError | UnknownError {
  const code = errorCode(error);
  if (neverLeft.has(code)) return new RetryError('The provider cannot be reached', code, null, true);
  return new UnknownError('The connection broke before the provider answered', code);
}

/** Seconds to wait, from a `Retry-After` in seconds or as a date; null when there is none that makes sense. */
export function retryAfterOf(answer: HttpAnswer): number | null {
  const value = answer.headers['retry-after'];
  if (value === undefined) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const until = Date.parse(value);
  const from = Date.parse(answer.headers.date ?? '');
  return Number.isNaN(until - from) ? null : Math.max(0, Math.ceil((until - from) / 1000));
}

/** The `Http` of every runtime that has `fetch`. */
export const fetchHttp: Http = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } catch (error) {
    throw brokenRequest(error);
  }
};
