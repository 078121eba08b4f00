import { readNumber } from '../../../channels/sms/number.ts';
import { changeResident, type ReachChange } from '../../../db/commands/residents.ts';
import { transaction } from '../../../db/connect.ts';
import { isLanguage } from '../../../surveys/language.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

function phoneOf(phone: string | null | undefined): string | null | undefined {
  if (phone === undefined || phone === null || phone.trim() === '') return phone === undefined ? undefined : null;
  const read = readNumber(phone);
  if (read) return read.number;
  throw problems.badInput([
    { path: 'body.phone', message: 'This is not a number that exists. A mobile has 11 numbers.' },
  ]);
}

/** Changes how we reach a resident. What is set here no import changes. Throws `bad_input` and `not_found`. */
export async function changeReach(deps: Deps, actor: Actor, id: string, asked: ReachChange): Promise<void> {
  if (asked.language !== undefined && !isLanguage(asked.language)) {
    throw problems.badInput([{ path: 'body.language', message: 'We cannot speak to residents in this language yet.' }]);
  }
  const change = { ...asked, phone: phoneOf(asked.phone), email: asked.email?.toLowerCase() ?? asked.email };
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  await transaction(deps.db, async (tx) => {
    if (!(await changeResident(tx, id, change, deps.clock.now()))) throw problems.notFound('resident');
    await audit(tx, deps, actor, { action: 'resident.change', subject: id, detail: { fields } });
  });
}
