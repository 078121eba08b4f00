import { insertPrizeMessage, setTold } from '../../../db/commands/prizes.ts';
import { insertRecipient } from '../../../db/commands/recipients.ts';
import { insertMailing } from '../../../db/commands/waves.ts';
import type { Db } from '../../../db/connect.ts';
import { type LandlordFacts, landlordFacts } from '../../../db/queries/landlord.ts';
import type { DrawnRow, PrizeRow } from '../../../db/queries/prizes.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { bestOrder } from '../../../surveys/fieldwork/channel.ts';
import { nextWaking } from '../../../surveys/fieldwork/quiet.ts';
import { phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { isolate } from '../../../web/pages/frame.ts';
import type { Deps } from '../../deps.ts';

/** The way a winner is told by itself; null where only a letter or a call is left, which staff do by hand. */
export function wayToTell({ stopped, ways, preferredChannel }: DrawnRow): 'email' | 'sms' | null {
  if (stopped) return null;
  const way = bestOrder(preferredChannel).find((each) => each !== 'post' && ways.includes(each));
  return way === 'email' || way === 'sms' ? way : null;
}

function wordsFor(landlord: LandlordFacts, { language: own }: DrawnRow, channel: 'email' | 'sms', prize: string) {
  const language = phraseLanguage(own ?? 'en');
  const phone = channel === 'sms' ? landlord.phone : isolate(language, landlord.phone);
  const values = {
    name: channel === 'sms' ? landlord.shortName : landlord.name,
    phone,
    prize: isolate(language, prize),
  };
  if (channel === 'sms') return { subject: null, words: phrase(language, 'sms.prize_won', { ...values, prize }) };
  const body = [phrase(language, 'email.prize.body', values), phrase(language, 'email.prize.how', values)];
  return { subject: phrase(language, 'email.prize.subject', values), words: body.join('\n\n') };
}

/**
 * Tells winners through the ledger, as a service, each by their own way and in their language, in waking hours. Gives how many are told so; the
 * others stand on the page for staff to write to or ring.
 */
export async function tellWinners(
  tx: Db,
  deps: Deps,
  { wave, prize }: { wave: WaveRow; prize: PrizeRow },
  winners: readonly DrawnRow[],
): Promise<number> {
  const landlord = await landlordFacts(tx);
  if (landlord === null) return 0;
  const at = deps.clock.now();
  const mailingId = deps.newId();
  await insertMailing(tx, { id: mailingId, kind: 'prize', purpose: 'service', by: prize.drawnBy ?? prize.setBy, at });
  const place = { zone: wave.timeZone, nation: wave.nation };
  let told = 0;
  for (const winner of winners) {
    const channel = wayToTell(winner);
    if (channel === null || winner.residentId === null) continue;
    const recipientId = deps.newId();
    await insertRecipient(tx, { id: recipientId, mailingId, residentId: winner.residentId });
    const dueAt = deps.channels[channel].sandbox ? at : new Date(nextWaking(at.getTime(), place));
    const words = wordsFor(landlord, winner, channel, prize.prize);
    await insertPrizeMessage(tx, { id: deps.newId(), recipientId, channel, ...words, dueAt, at });
    await setTold(tx, winner.id, { at, recipientId });
    told += 1;
  }
  return told;
}
