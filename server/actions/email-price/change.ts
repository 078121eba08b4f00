import { dropEmailPrice, setEmailPrice } from '../../../db/commands/email-prices.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** A price for a thousand mails from a day on, in pence; null takes the one of that day back. */
export interface EmailPriceChange {
  from: string;
  perThousand: number | null;
}

/** Sets what the connected provider charges, or takes a price back. What was priced when it went keeps its cost. Throws `not_found`. */
export async function changeEmailPrice(deps: Deps, actor: Actor, change: EmailPriceChange): Promise<void> {
  const { provider } = deps.channels.email;
  const { from, perThousand } = change;
  await transaction(deps.db, async (tx) => {
    const before =
      perThousand === null
        ? await dropEmailPrice(tx, provider, from)
        : await setEmailPrice(tx, { provider, from, perThousand, by: actor.name, at: deps.clock.now() });
    if (perThousand === null && before === null) throw problems.notFound('price');
    await audit(tx, deps, actor, { action: 'email.price', subject: provider, detail: { from, perThousand, before } });
  });
}
