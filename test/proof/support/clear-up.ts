import { connect } from '../../../db/connect.ts';
import { drain } from '../../../server/work/drain.ts';
import type { Field } from './field.ts';
import { workDeps } from './work.ts';

/** Longer than a claim is held and a provider's list may lag. */
export const clearUpMinutes = 16;
/** Until what was forsaken is unknown, what the provider has no trace of is sent once more, and that has gone too. */
const rounds = 4;

/** What was left behind is cleared up, as by any process that is still there: forsaken claims first, then what the provider's list tells. */
export async function clearUp(field: Field): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    field.advance(clearUpMinutes);
    await workOff(field);
  }
}

/** A process begins, works off what waits, and ends. */
export async function workOff(
  field: Field,
  change: (deps: ReturnType<typeof workDeps>) => typeof deps = (deps) => deps,
) {
  const settings = field.settings();
  const deps = change(workDeps(settings, connect(settings.databaseUrl, { max: 5 })));
  try {
    await drain(deps, { limit: settings.limit, until: new Date(deps.clock.now().getTime() + 60_000) });
  } finally {
    await Promise.all([deps.channels.sms.close?.(), deps.channels.email.close?.(), deps.db.end({ timeout: 1 })]);
  }
}
