import type { Auth } from '../../server/auth/auth.ts';

const never = async (): Promise<never> => {
  throw new Error('Nobody signs in here');
};

/** Sign-in for a process that only works off what waits: loading the real one takes longer than many a proof. */
export const noAuth: Auth = {
  actor: never,
  signIn: never,
  signOut: never,
  changePassword: never,
  twoStep: { state: never, setUp: never, confirm: never, newCodes: never, turnOff: never, answer: never },
  sessions: { list: never, end: never, endAll: never },
  provider: { name: null, start: never, finish: never },
};
