import { transaction } from '../../../db/connect.ts';
import { codesOf, everythingOf, type HeldPart } from '../../../db/queries/everything.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { hideTheseCodes } from '../../../surveys/fieldwork/code.ts';
import { everythingPage, isPicture } from '../../../web/pages/everything.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { isGiven, sayAnswers } from './answers.ts';

/** All that is held on a person, ready to be handed to them. */
export interface Everything {
  landlord: string;
  privacyContact: string;
  phone: string;
  madeAt: Date;
  parts: Omit<HeldPart, 'columns' | 'order'>[];
}

/** Codes and links that open their pages are hidden in whatever quotes them; answers are put into words. */
const teller = (landlord: string, codes: readonly string[]) => (value: unknown) => {
  if (typeof value === 'string') return isPicture(value) ? value : hideTheseCodes(value, codes);
  return isGiven(value) ? sayAnswers(value, landlord) : value;
};

const toldRow = (row: Record<string, unknown>, tell: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(row).map(([label, value]) => [label, tell(value)]));

/** Gathers everything, and writes down who took it. Throws `not_found`. */
async function gather(deps: Deps, actor: Actor, residentId: string, as: string): Promise<Everything> {
  return transaction(deps.db, async (tx) => {
    const parts = await everythingOf(tx, residentId);
    if (parts.every(({ table, rows }) => table !== 'residents' || rows.length === 0))
      throw problems.notFound('resident');
    const { name = '', privacyContact = '', phone = '' } = (await landlordSettings(tx)) ?? {};
    const tell = teller(name, await codesOf(tx, residentId));
    await audit(tx, deps, actor, { action: 'resident.export', subject: residentId, detail: { as } });
    return {
      landlord: name,
      privacyContact,
      phone,
      madeAt: deps.clock.now(),
      parts: parts.map(({ columns: _, order: __, rows, ...part }) => ({
        ...part,
        rows: rows.map((row) => toldRow(row, tell)),
      })),
    };
  });
}

/** Everything as one page to read, keep and print. Throws `not_found`. */
export async function everythingToRead(deps: Deps, actor: Actor, residentId: string): Promise<string> {
  return String(await everythingPage(await gather(deps, actor, residentId, 'page')));
}

/** Everything as JSON, for a program. Throws `not_found`. */
export async function everythingForPrograms(deps: Deps, actor: Actor, residentId: string): Promise<string> {
  const { parts, ...head } = await gather(deps, actor, residentId, 'json');
  const byTable = parts.map(({ table, title, about, rows }) => [table, { title, about, rows }]);
  return JSON.stringify({ ...head, held: Object.fromEntries(byTable) }, null, 2);
}
