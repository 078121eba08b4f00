import { insertAccount } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor, Role } from '../../actor.ts';
import { firstPassword, hashPassword } from '../../auth/password.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

export interface AccountInput {
  name: string;
  email: string;
  roles: readonly Role[];
  password: string;
  /** Works only where PUBLIC_URL is this machine. */
  demo?: boolean;
  /** Somebody else chose the password: they choose their own before anything else. */
  mustChange?: boolean;
}

/** Makes an account of a member of staff. A second one with the same address throws `already_exists`. */
export async function createAccount(deps: Deps, actor: Actor, input: AccountInput): Promise<string> {
  const { name, email, roles, password, demo = false, mustChange = false } = input;
  const id = deps.newId();
  const passwordHash = await hashPassword(password);
  await transaction(deps.db, async (tx) => {
    await insertAccount(tx, { id, name, email, roles, passwordHash, demo, mustChange, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'account.create', subject: id, detail: { roles } });
  });
  return id;
}

/** Makes an account with a first password that we choose. Gives it, to be told once; its owner changes it when they sign in. */
export async function addAccount(
  deps: Deps,
  actor: Actor,
  input: Pick<AccountInput, 'name' | 'email' | 'roles'>,
): Promise<{ id: string; password: string }> {
  const password = firstPassword(deps.randomBytes);
  return { id: await createAccount(deps, actor, { ...input, password, mustChange: true }), password };
}
