import { noteSeen } from '../../db/commands/access.ts';
import { requiresTwoStep, staffName } from '../../db/queries/access.ts';
import { type Problem, problems } from '../problem.ts';
import type { Sent, TwoStep } from './auth.ts';
import { sha256 } from './hash.ts';
import { inOne, type Library, library, refusalOf, type StaffAuthDeps } from './library.ts';
import { firstUse, limited, triesOf } from './limits.ts';
import { noteAccess, noteFailed } from './note.ts';
import { mustBeHere } from './sessions.ts';
import type { Staff } from './staff.ts';

/** What a refusal of the library means to the person. */
const meanings: Readonly<Record<string, () => Problem>> = {
  INVALID_PASSWORD: problems.wrongPassword,
  INVALID_CODE: problems.wrongCode,
  INVALID_BACKUP_CODE: problems.wrongCode,
  INVALID_TWO_FACTOR_COOKIE: problems.signInAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: problems.signInAgain,
  ACCOUNT_TEMPORARILY_LOCKED: () => problems.tooMany(15 * 60),
  TOTP_ALREADY_ENABLED: () => problems.conflict('two_step_on', 'Your second step is on already. Turn it off first.'),
  TOTP_NOT_ENABLED: () => problems.conflict('two_step_off', 'Start setting up your second step again.'),
  TWO_FACTOR_NOT_ENABLED: () => problems.conflict('two_step_off', 'Your second step is not on.'),
};

/** Runs work and tells a refusal of the library in our words. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    throw (meanings[refusal] ?? problems.wrongCode)();
  }
}

/** What is written from an app: spaces left out, and the figures of any script. */
const figures = (typed: string) =>
  typed.replaceAll(/\s/g, '').replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/** The secret and the recovery codes are kept by the library, encrypted with SECRET. */
export function twoStepOf(deps: StaffAuthDeps, staff: Staff): TwoStep {
  const now = () => deps.clock.now();

  /** Work of somebody signed in; wrong passwords and codes are counted. */
  async function own<T>(
    { request, address }: Sent,
    work: (auth: Library, tx: StaffAuthDeps['db'], me: Me) => Promise<T>,
  ) {
    const { user } = await mustBeHere(staff, request);
    const tries = triesOf('own-step', { address, account: user.id });
    return told(() => limited(deps.db, tries, now(), () => inOne(deps, (auth, tx) => work(auth, tx, user))));
  }

  return {
    async state(request) {
      const { user } = await mustBeHere(staff, request);
      const required = await requiresTwoStep(deps.db);
      const on = user.twoFactorEnabled === true;
      return { on, required, codesLeft: on ? await codesLeft(deps, user.id) : 0 };
    },
    setUp: (sent, password) =>
      own(sent, async (auth, tx, me) => {
        const body = { password, method: 'totp' } as const;
        const made = await auth.api.enableTwoFactor({ body, headers: sent.request.headers });
        if (!('totpURI' in made)) throw new Error('The sign-in library made no secret');
        await noteAccess(tx, now(), me, 'start_two_step');
        return { uri: made.totpURI, codes: made.backupCodes };
      }),
    confirm: (sent, code) =>
      own(sent, async (auth, tx, me) => {
        const body = { code: figures(code) };
        const { headers } = await auth.api.verifyTOTP({ body, headers: sent.request.headers, returnHeaders: true });
        await noteAccess(tx, now(), me, 'turn_on_two_step');
        return headers;
      }),
    newCodes: (sent, password) =>
      own(sent, async (auth, tx, me) => {
        const made = await auth.api.generateBackupCodes({ body: { password }, headers: sent.request.headers });
        await noteAccess(tx, now(), me, 'new_recovery_codes');
        return made.backupCodes;
      }),
    async turnOff(sent, password) {
      if (await requiresTwoStep(deps.db)) throw problems.twoStepRequired();
      return own(sent, async (auth, tx, me) => {
        const asked = { body: { password }, headers: sent.request.headers, returnHeaders: true } as const;
        const { headers } = await auth.api.disableTwoFactor(asked);
        await noteAccess(tx, now(), me, 'turn_off_two_step');
        return headers;
      });
    },
    answer: (sent, typed) =>
      told(() => limited(deps.db, triesOf('code', sent), now(), () => answered(deps, sent, typed))),
  };
}

interface Me {
  id: string;
  name: string;
}

const codesLeft = async (deps: StaffAuthDeps, userId: string): Promise<number> =>
  (await library(deps).api.viewBackupCodes({ body: { userId } })).backupCodes.length;

/** One answer to "type the 6 numbers": right once, by the app or by a recovery code. */
async function answered(deps: StaffAuthDeps, { request }: Sent, typed: { code: string } | { recovery: string }) {
  const { headers } = request;
  const at = deps.clock.now();
  try {
    return await inOne(deps, async (auth, tx) => {
      const code = 'code' in typed ? figures(typed.code) : typed.recovery.trim();
      const asked = { body: { code }, headers, returnHeaders: true } as const;
      const done = 'code' in typed ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked);
      const { id } = done.response.user;
      if (!(await firstUse(tx, `code-used:${id}:${await sha256(code)}`, at))) throw problems.wrongCode();
      await noteSeen(tx, id, at);
      const me = { id, name: await staffName(tx, id) };
      await noteAccess(tx, at, me, 'sign_in', { way: 'code' in typed ? 'app code' : 'recovery code' });
      return done.headers;
    });
  } catch (error) {
    if (refusalOf(error) !== null) await noteFailed(deps.db, at, null, 'code');
    throw error;
  }
}
