import { entryCounts, prizesDue } from '../../../db/queries/prizes.ts';
import { dayWords } from '../../../surveys/fieldwork/dates.ts';
import type { Deps } from '../../deps.ts';
import { landlordToday } from '../today.ts';
import type { Need } from './needs.ts';
import { so, verb } from './phrases.ts';

/** Prizes whose closing day is over and that wait to be drawn. */
export async function prizeNeeds({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Need[]> {
  const due = await prizesDue(db, clock.now());
  if (due.length === 0) return [];
  const today = await landlordToday(db, { clock });
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
