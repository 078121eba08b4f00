import type { Db } from '../../../db/connect.ts';
import { wavesPlannedAhead } from '../../../db/queries/plan-ahead.ts';
import { dayWords } from '../../../surveys/fieldwork/dates.ts';
import type { Need } from './needs.ts';

/** Waves that were planned by the rhythm of their campaign: somebody must look at them, and launch them. */
export async function aheadNeeds(db: Db, today: string): Promise<Need[]> {
  return (await wavesPlannedAhead(db)).map(({ id, name, opensOn, createdAt, unconfirmed }) => {
    const opens = opensOn < today ? 'was to open' : 'opens';
    const then = unconfirmed ? 'confirm it, so that a second person can approve it' : 'launch it';
    return {
      kind: 'wave',
      sentence: `${name} ${opens} on ${dayWords(opensOn, today)}. It is planned like the wave before: check it and ${then}.`,
      link: `/console/waves/${id}`,
      action: `Check ${name}`,
      since: createdAt,
    };
  });
}
