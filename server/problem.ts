/** One fault of one field of an input. */
export interface Fault {
  path: string;
  message: string;
}

/** A refusal with a stable code, told as RFC 9457 problem details. `detail` is for the person who can act on it. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly Fault[];
  readonly retryAfter: number | null;

  constructor(entry: CatalogueEntry, detail: string, more: { faults?: readonly Fault[]; retryAfter?: number } = {}) {
    super(entry.title);
    this.status = entry.status;
    this.code = entry.code;
    this.title = entry.title;
    this.detail = detail;
    this.faults = more.faults ?? [];
    this.retryAfter = more.retryAfter ?? null;
  }
}

interface CatalogueEntry {
  status: number;
  code: string;
  title: string;
}

const entry = (status: number, code: string, title: string): CatalogueEntry => ({ status, code, title });

/** Every refusal there is. Codes are for programs and never change; titles are for people and may. */
export const problems = {
  badInput: (faults: readonly Fault[]) =>
    new Problem(entry(400, 'bad_input', 'Something in the request is not right'), faultLine(faults), { faults }),
  notJson: () => new Problem(entry(400, 'not_json', 'The body is not JSON'), 'Send a JSON object as the body.'),
  notSignedIn: () =>
    new Problem(entry(401, 'not_signed_in', 'Please sign in'), 'Sign in, or send an API key as a bearer token.'),
  wrongSignIn: () =>
    new Problem(entry(401, 'wrong_sign_in', 'That did not match'), 'The email address or the password is not right.'),
  wrongPassword: () =>
    new Problem(
      entry(400, 'wrong_password', 'The password was not changed'),
      'The present password is not right, or the new one is shorter than 12 letters.',
    ),
  demoAccount: () =>
    new Problem(
      entry(403, 'demo_account', 'This is a demo account'),
      'Demo accounts work only on the machine the demo runs on.',
    ),
  notSigned: (detail: string) => new Problem(entry(403, 'not_signed', 'The signature does not match'), detail),
  notAllowed: (detail: string) => new Problem(entry(403, 'not_allowed', 'You may not do this'), detail),
  foreignOrigin: () =>
    new Problem(entry(403, 'foreign_origin', 'The request came from another site'), 'Use the console itself.'),
  notFound: (what: string) => new Problem(entry(404, 'not_found', 'Not found'), `There is no such ${what}.`),
  conflict: (code: string, detail: string) =>
    new Problem(entry(409, code, 'This cannot be done as things stand'), detail),
  /** Wording, answers or order of a ready-made set that somebody else fixed. */
  locked: (faults: readonly Fault[]) =>
    new Problem(
      entry(409, 'wording_locked', 'This is fixed'),
      [...new Set(faults.map(({ message }) => message))].join(' '),
      {
        faults,
      },
    ),
  alreadyExists: () =>
    new Problem(entry(409, 'already_exists', 'This exists already'), 'Another row has the same key.'),
  stillUsed: () =>
    new Problem(
      entry(409, 'still_used', 'Something else needs this'),
      'What it points to is missing, or is still used.',
    ),
  tooLarge: (limit: number) =>
    new Problem(entry(413, 'too_large', 'The request is too large'), `At most ${limit} bytes are taken here.`),
  tooMany: (retryAfter: number) =>
    new Problem(entry(429, 'too_many', 'Too many tries'), `Try again in ${retryAfter} seconds.`, { retryAfter }),
  unexpected: () =>
    new Problem(entry(500, 'unexpected', 'Something went wrong on our side'), 'It is logged. Please try again.'),
  databaseAway: () =>
    new Problem(entry(503, 'database_away', 'The database does not answer'), 'Nothing was changed. Please try again.', {
      retryAfter: 5,
    }),
  notReady: (detail: string) => new Problem(entry(503, 'not_ready', 'Not ready yet'), detail, { retryAfter: 5 }),
};

const faultLine = (faults: readonly Fault[]) => faults.map((f) => `${f.path}: ${f.message}`).join('; ');

/** The body of problem details. */
export const problemBody = ({ status, code, title, detail, faults }: Problem) => ({
  type: `urn:earshot:problem:${code}`,
  title,
  status,
  detail,
  code,
  ...(faults.length > 0 && { faults }),
});

/** Codes of postgres.js and of Postgres which mean that nobody is there to answer. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** The code an error carries, or an empty string. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True when an error says that the database is away rather than that the statement is wrong. */
export const isDatabaseAway = (error: unknown): boolean => awayCodes.has(errorCode(error));

/** Turns whatever was thrown into the problem to tell. Constraint violations become problems here and nowhere else. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) return problems.databaseAway();
  const code = errorCode(error);
  if (code === '23505') return problems.alreadyExists();
  if (code === '23503') return problems.stillUsed();
  return problems.unexpected();
}
