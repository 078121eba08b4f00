import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transaction } from '../db/connect.ts';
import { createAccount } from './actions/account/create.ts';
import { setGrants } from './actions/account/set-grants.ts';
import { loadDemo } from './actions/demo/load.ts';
import { changeLandlord } from './actions/landlord/change.ts';
import type { Actor, Role } from './actor.ts';
import type { Deps } from './deps.ts';

/** Somebody who may sign in to the demo. */
export interface SignIn {
  role: Role;
  name: string;
  email: string;
  password: string;
}

const staff: readonly Omit<SignIn, 'password'>[] = [
  { role: 'officer', name: 'Olwen Price', email: 'officer@example.org' },
  { role: 'analyst', name: 'Adeel Hussain', email: 'analyst@example.org' },
  { role: 'interviewer', name: 'Iwona Nowak', email: 'interviewer@example.org' },
  { role: 'administrator', name: 'Ada Bright', email: 'administrator@example.org' },
];

/** Of the demo's staff these may see what residents say of themselves. */
const seeProfiles: readonly Role[] = ['officer', 'administrator'];

const fileOf = (dataDir: string) => join(dataDir, 'demo-sign-ins.json');

/** The sign-ins of the demo in this data folder; none where no demo was loaded. */
export const demoSignIns = (dataDir: string): SignIn[] =>
  existsSync(fileOf(dataDir)) ? (JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as SignIn[]) : [];

const starter: Actor = { kind: 'staff', id: 'demo', name: 'Demo', roles: ['administrator'] };

/** 15 letters and digits: 90 bits. */
const newPassword = ({ randomBytes }: Deps) => Buffer.from(randomBytes(12)).toString('base64url').slice(0, 15);

/** Loads the invented landlord and its staff, all or nothing. Throws `not_empty` (409) where there is a landlord already. */
export async function startDemo(deps: Deps): Promise<SignIn[]> {
  return transaction(deps.db, async (tx) => {
    const inside = { ...deps, db: tx };
    await loadDemo(inside);
    return makeDemoStaff(inside);
  });
}

/** Makes the demo's staff, with passwords of this data folder alone, and notes them where only its owner can read. */
async function makeDemoStaff(deps: Deps): Promise<SignIn[]> {
  const signIns = staff.map((person) => ({ ...person, password: newPassword(deps) }));
  for (const { role, ...account } of signIns) {
    const id = await createAccount(deps, starter, { ...account, roles: [role], demo: true });
    if (seeProfiles.includes(role)) await setGrants(deps, starter, id, { seesProfiles: true });
    if (role === 'officer') await changeLandlord(deps, starter, { urgentOwner: id });
  }
  mkdirSync(deps.env.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(deps.env.dataDir), JSON.stringify(signIns, null, 2), { mode: 0o600 });
  return signIns;
}
