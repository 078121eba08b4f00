import { entryCounts, prizesDue } from '../../../db/queries/prizes.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Deps } from '../../deps.ts';
import type { Need } from './needs.ts';
import { so, verb } from './phrases.ts';

/** Prizes whose closing day is over and that wait to be drawn. */
export async function prizeNeeds({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Need[]> {
  const now = clock.now();
  const due = await prizesDue(db, now);
  if (due.length === 0) return [];
  const today = localDate(now.getTime(), (await landlordSettings(db))?.timeZone ?? 'Europe/London');
  const needs: Need[] = [];
  for (const { waveId, name, closesOn, since } of due) {
    const { takingPart, entered } = await entryCounts(db, waveId);
    const people = takingPart + entered;
    needs.push({
      kind: 'prize',
      sentence: `The prize draw of ${name} closed on ${dayWords(closesOn, today)} and can be drawn: ${so(people, { one: 'person', many: 'people' })} ${verb(people, 'is', 'are')} in it.`,
      link: `/console/waves/${waveId}/prize`,
      action: `Draw the prize of ${name}`,
      since,
    });
  }
  return needs;
}
