import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// Passwords at a sixteenth of their cost, which was a quarter of a second each and some two hundred times over. What they cost
// in earnest is proved by server/auth/password.test.ts, and by the journeys, whose server knows nothing of this.
const { scrypt } = crypto;

type Done = (error: Error | null, key: Buffer) => void;

function cheapScrypt(password: BinaryLike, salt: BinaryLike, length: number, options: ScryptOptions, done: Done): void {
  scrypt(password, salt, length, { ...options, N: 1024 }, done);
}

if (scrypt.name !== cheapScrypt.name) {
  Object.assign(crypto, { scrypt: cheapScrypt });
  syncBuiltinESMExports();
}
