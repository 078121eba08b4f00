import { practiceMessage } from '../../../db/queries/practice.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { receiveEmail } from '../inbound/receive-email.ts';
import { replyMail } from './mime.ts';
import { mayPractise, practisedOnly } from './only.ts';

/** Replies to a practice mail as its resident, as raw mail by the way of a real one. Throws `not_practice`, `not_found`, `no_reply` and `real_resident`. */
export async function practiceEmail(
  deps: Deps,
  { messageId, words }: { messageId: string; words: string },
): Promise<void> {
  practisedOnly(deps.channels, 'email');
  const message = await practiceMessage(deps.db, messageId);
  if (message?.channel !== 'email') throw problems.notFound('practice email');
  const { replyTo, to, body } = message;
  if (replyTo === null) throw problems.conflict('no_reply', 'This email asks for no reply.');
  await mayPractise(deps, 'email', to);
  const id = deps.newId();
  const raw = replyMail({
    id,
    from: to,
    to: replyTo,
    subject: message.subject ?? '',
    words,
    at: deps.clock.now(),
    quoted: body,
  });
  await receiveEmail(deps, { provider: 'sandbox', providerId: id, raw, envelopeTo: [replyTo] });
}
