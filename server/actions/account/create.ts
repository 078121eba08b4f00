import { insertAccount } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor, Role } from '../../actor.ts';
import { hashPassword } from '../../auth/password.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

export interface AccountInput {
  name: string;
  email: string;
  roles: readonly Role[];
  password: string;
  /** Works only where PUBLIC_URL is this machine. */
  demo?: boolean;
}

/** Makes an account of a member of staff. A second one with the same address throws `already_exists`. */
export async function createAccount(deps: Deps, actor: Actor, input: AccountInput): Promise<string> {
  const { name, email, roles, password, demo = false } = input;
  const id = deps.newId();
  const passwordHash = await hashPassword(password);
  await transaction(deps.db, async (tx) => {
    await insertAccount(tx, { id, name, email, roles, passwordHash, demo, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'account.create', subject: id, detail: { roles } });
  });
  return id;
}
