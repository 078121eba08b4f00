import type { CallInput, CallOutput } from '../../server/routes/contract/define.ts';
import type { ApiContract } from '../../server/routes/contract/index.ts';

/** An endpoint of the API, written as the contract writes it: `GET /api/v1/waves/{id}`. */
export type Endpoint = keyof ApiContract;
// Worked out once for each endpoint: over all of them at once it is more than the compiler takes.
type Flat<T> = { [P in keyof T]: T[P] };
type Inputs = { [K in keyof ApiContract]: Flat<CallInput<ApiContract[K]>> };
type Outputs = { [K in keyof ApiContract]: CallOutput<ApiContract[K]> };

/** What a call of an endpoint takes: `params`, `query`, `body`, as far as it has them. */
export type Given<K extends Endpoint> = Inputs[K];
/** What a call of an endpoint gives. */
export type Answer<K extends Endpoint> = Outputs[K];
/** The one argument after the endpoint: it may be left out where nothing is required. */
export type Args<K extends Endpoint> = object extends Given<K> ? [given?: Given<K>] : [given: Given<K>];

export type ReadEndpoint = Extract<Endpoint, `GET ${string}`>;
export type ChangeEndpoint = Exclude<Endpoint, ReadEndpoint>;
/** Endpoints that answer with a file: they are linked to, not called. */
export type FileEndpoint = { [K in ReadEndpoint]: Answer<K> extends File ? K : never }[ReadEndpoint];

export type Me = Answer<'GET /api/v1/me'>;
export type Role = Me['roles'][number];

interface Fault {
  path: string;
  message: string;
}

/** A refusal of the server, as its problem details have it. `at` is when it came, to quote. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly Fault[];
  readonly at = new Date();

  constructor(told: { status: number; code: string; title: string; detail: string; faults?: readonly Fault[] }) {
    super(told.detail);
    this.status = told.status;
    this.code = told.code;
    this.title = told.title;
    this.detail = told.detail;
    this.faults = told.faults ?? [];
  }
}

const noAnswer = { status: 0, code: 'no_answer', title: '', detail: '' };

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; file?: Blob };

function address(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const told = await answer.json().catch(() => null);
  if (told && typeof told === 'object' && 'code' in told) return new ApiProblem(told);
  return new ApiProblem({ ...noAnswer, status: answer.status, code: `http_${answer.status}` });
}

/** Sends one request and reads its answer: a file goes as it is, everything else as JSON. Throws `ApiProblem`. */
export async function send(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  const file = body instanceof Blob ? body : null;
  const type = file ? 'application/octet-stream' : 'application/json';
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': type };
  const content = file ?? JSON.stringify(body);
  const answer = await fetch(url, { method, headers, body: content, signal: signal ?? null }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiProblem(noAnswer);
    },
  );
  if (!answer.ok) throw await problemOf(answer);
  return answer.json();
}

/**
 * Calls one endpoint. Takes its key and what it needs; gives its answer, typed by the contract. Throws `ApiProblem`:
 * the server's own, or `no_answer` when nobody answered.
 */
// Name K where a body is written out: working it out from the body is more than the compiler takes.
export function call<K extends Endpoint>(key: K, given?: Given<K>, signal?: AbortSignal): Promise<Answer<K>>;
// What is given is known by its key alone: a type over all of them is more than the compiler takes.
export function call(key: string, given: Loose = {}, signal?: AbortSignal): Promise<unknown> {
  const [method = 'GET', path = ''] = key.split(' ');
  return send(method, address(path, given), given.file ?? given.body, signal);
}

/** The address of a file endpoint, for a link. */
export function fileAddress<K extends FileEndpoint>(key: K, ...[given]: Args<K>): string {
  return address(key.slice('GET '.length), given ?? {});
}
