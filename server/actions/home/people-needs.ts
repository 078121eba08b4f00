import type { Db } from '../../../db/connect.ts';
import { peopleWaiting } from '../../../db/queries/join-requests.ts';
import type { Need } from './needs.ts';
import { so, verb } from './phrases.ts';

/** Whoever put themselves forward, or was referred, and waits to hear from us. */
export async function peopleNeeds(db: Db): Promise<Need[]> {
  const { forward, forwardSince, referred, referredSince } = await peopleWaiting(db);
  const people = { one: 'person', many: 'people' };
  const needs: (Need & { count: number })[] = [
    {
      kind: 'people',
      count: forward,
      sentence: `${so(forward, people)} put ${verb(forward, 'their name', 'their names')} forward and ${verb(forward, 'waits', 'wait')} to hear from you.`,
      link: '/console/join-requests',
      action: 'See who put themselves forward',
      since: forwardSince,
    },
    {
      kind: 'people',
      count: referred,
      sentence: `${so(referred, people)} ${verb(referred, 'was', 'were')} referred by colleagues and ${verb(referred, 'waits', 'wait')} to hear from you.`,
      link: '/console/referrals',
      action: 'See who was referred',
      since: referredSince,
    },
  ];
  return needs.flatMap(({ count, ...need }) => (count === 0 ? [] : [need]));
}
