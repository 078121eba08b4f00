import { hashPassword } from 'better-auth/crypto';
import { problems } from '../problem.ts';
import { isWeak } from './password-rules.ts';

/** How passwords are kept: scrypt, as the sign-in library checks them. */
export { hashPassword };

/** Letters that are not mistaken for each other when read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password: 20 letters, 99 random bits. */
export const firstPassword = (randomBytes: (n: number) => Uint8Array): string =>
  Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('');

/** Throws `weak_password` for one that leans on names around it or on common words. */
export function mustBeStrong(password: string, names: readonly string[]): void {
  if (isWeak(password, names)) throw problems.weakPassword();
}
