import { unlimited } from '../../channels/limits.ts';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import type { ProofResult, Runnable } from '../support/named.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { clearUp, workOff } from './support/clear-up.ts';
import { compare } from './support/compare.ts';
import { type Field, startField } from './support/field.ts';

/** What goes wrong at the provider, and how many mails may then stand as unknown for each hundred people. */
const troubles: Readonly<Record<string, { script(field: Field, times: number): void; unknown: number }>> = {
  'provider-429': {
    script({ twilio, smtp }, times) {
      twilio.fail('429', times);
      smtp.fail('busy', times);
    },
    unknown: 0,
  },
  'provider-500': {
    script({ twilio, smtp }, times) {
      twilio.fail('500', Math.ceil(times / 2));
      twilio.fail('500 after', Math.ceil(times / 2));
      smtp.fail('full', 1);
      smtp.fail('hangup', 1);
    },
    unknown: 0,
  },
  'provider-timeout': {
    script({ twilio, smtp }, times) {
      twilio.fail('slow', 2);
      twilio.fail('lost', times);
      // After five in a row the channel stands still, and is tried with one mail after a wait that grows to two hours: more would only prove that, for days.
      smtp.fail('lost', Math.min(times, 8));
    },
    unknown: 30,
  },
};

/** How long a text's answer is waited for here: Twilio's own 15 seconds would only make the proof long. */
const timeoutMs = 1000;

async function prove(name: string, postgres: TestPostgres, people: number): Promise<ProofResult> {
  const trouble = troubles[name];
  if (trouble === undefined) throw new Error(`There is no proof ${name}`);
  const field = await startField(postgres, { people });
  try {
    trouble.script(field, Math.max(4, Math.ceil(people / 20)));
    await workOff(field, (deps) => {
      const sms = { ...twilioChannel({ ...field.twilio.settings, timeoutMs }), limits: unlimited };
      return { ...deps, channels: { ...deps.channels, sms } };
    });
    // What each round meets in faults is put off; the channel is tried again, so some rounds more than after a death.
    for (let round = 0; round < 3; round++) await clearUp(field);
    const { unknownOf, ok, ...result } = await compare(field);
    const shown = (unknownOf.sms ?? 0) === 0 && (unknownOf.email ?? 0) <= (people / 100) * trouble.unknown;
    if (!shown) console.error(`${name}: unknown ${JSON.stringify(unknownOf)}`);
    return { name, ok: ok && shown, ...result };
  } finally {
    await field.close();
  }
}

/** Providers that are busy, broken or silent after they took the message: the ledger ends as what they took. */
const proof: Runnable<ProofResult> = async ({ small }) => {
  const postgres = await startTestPostgres({ durable: true });
  const results: ProofResult[] = [];
  try {
    for (const name of Object.keys(troubles)) results.push(await prove(name, postgres, small ? 40 : 1000));
  } finally {
    await postgres.stop();
  }
  return results;
};

export default proof;
