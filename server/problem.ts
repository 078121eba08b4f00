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
  weakPassword: () =>
    new Problem(
      entry(400, 'weak_password', 'This password is too easy to guess'),
      'Choose a new one without your name, ours or common words. Three words that do not belong together are good.',
    ),
  wrongCode: () =>
    new Problem(
      entry(400, 'wrong_code', 'That code is not right'),
      'Type the 6 numbers your app shows now. A code works once: if you used it, wait for the next one.',
    ),
  signInAgain: () =>
    new Problem(
      entry(401, 'sign_in_again', 'Please sign in again'),
      'It took too long, or there were too many wrong codes.',
    ),
  passwordOff: (provider: string) =>
    new Problem(
      entry(403, 'password_off', 'You do not sign in by password here'),
      `Use the button “Sign in with ${provider}”.`,
    ),
  twoStepRequired: () =>
    new Problem(
      entry(409, 'two_step_required', 'Your second step stays on'),
      'Your organisation asks it of everybody. You can set up another phone after an administrator resets it.',
    ),
  mustChangePassword: () =>
    new Problem(
      entry(403, 'must_change_password', 'Choose a password of your own first'),
      'Somebody else knows the present one.',
    ),
  mustSetTwoStep: () =>
    new Problem(
      entry(403, 'must_set_two_step', 'Set up your second step first'),
      'Your organisation asks it of everybody.',
    ),
  providerNone: () => new Problem(entry(404, 'provider_none', 'Not connected'), 'No other sign-in is connected here.'),
  providerAway: () =>
    new Problem(entry(503, 'provider_away', 'The other sign-in does not answer'), 'Try again in a few minutes.', {
      retryAfter: 60,
    }),
  providerRefused: () =>
    new Problem(
      entry(403, 'provider_refused', 'The other sign-in did not let you in'),
      'Try again, or ask an administrator.',
    ),
  providerLate: () =>
    new Problem(entry(400, 'provider_late', 'That sign-in is too old or was used already'), 'Start again.'),
  providerUnknown: () =>
    new Problem(
      entry(403, 'provider_unknown', 'You have no account here yet'),
      'Ask an administrator to add you with the email address you use there.',
    ),
  providerUnverified: () =>
    new Problem(
      entry(403, 'provider_unverified', 'Your email address is not confirmed there'),
      'Confirm it with the other sign-in, then try again.',
    ),
  providerOther: () =>
    new Problem(
      entry(403, 'provider_other', 'This account belongs to somebody else'),
      'It is tied to another sign-in. Ask an administrator to look at it.',
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
  /** Words that somebody else changed since they were shown. */
  staleWords: (faults: readonly Fault[]) =>
    new Problem(entry(409, 'stale_words', 'This was changed meanwhile'), faultLine(faults), { faults }),
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

/** True when Postgres ended one of several that waited for each other. */
export const isDeadlock = (error: unknown): boolean => errorCode(error) === '40P01';

/** What Postgres says of text with a zero byte in it, as a column and within JSON. Nobody types one; a broken export has them. */
const unkeepable = new Set(['22021', '22P05']);
const unkeepableWords = 'A character in it (NUL) cannot be kept. Take it out and send the rest again.';

/** Turns whatever was thrown into the problem to tell. Constraint violations become problems here and nowhere else. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) return problems.databaseAway();
  const code = errorCode(error);
  if (code === '23505') return problems.alreadyExists();
  if (code === '23503') return problems.stillUsed();
  if (unkeepable.has(code)) return problems.badInput([{ path: 'request', message: unkeepableWords }]);
  return problems.unexpected();
}
