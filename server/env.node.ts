import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, isLocal, parseEnv, processVariables, publicUrlOf } from './env.ts';

/** A secret of this data folder: made once, readable to its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

/** The environment of this process. On this machine's own address a SECRET left out is made and kept in DATA_DIR. */
export function readEnv(): Env {
  const raw = processVariables();
  const keep = !raw.SECRET?.trim() && (!raw.PUBLIC_URL?.trim() || isLocal(publicUrlOf(raw)));
  return parseEnv(keep ? { ...raw, SECRET: keptSecret(raw.DATA_DIR?.trim() || '.data') } : raw);
}
