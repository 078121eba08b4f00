import { readNumber } from '../../../channels/sms/number.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { receiveText } from '../inbound/receive-text.ts';
import { mayPractise, practisedOnly } from './only.ts';

/** The number that practice texts go to: nobody's. */
const practiceNumber = '+447700900000';

/** Texts us as a resident would, by the way of a real text. Gives our reply. Throws `not_practice` where texts are real, `bad_input`, and `real_resident` for the number of somebody real. */
export async function practiceText(
  deps: Deps,
  { from, body }: { from: string; body: string },
): Promise<{ reply: string | null }> {
  practisedOnly(deps.channels, 'sms');
  const number = readNumber(from);
  if (!number)
    throw problems.badInput([
      { path: 'body.from', message: 'This is not a number that exists. A mobile has 11 numbers.' },
    ]);
  await mayPractise(deps, 'sms', number.number);
  return receiveText(deps, {
    provider: 'sandbox',
    providerId: deps.newId(),
    from: number.number,
    to: practiceNumber,
    body,
    fields: null,
  });
}
