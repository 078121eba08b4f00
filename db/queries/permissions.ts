import type { StepChannel } from '../../surveys/fieldwork/channel.ts';
import type { Permission, Purpose } from '../../surveys/fieldwork/permission.ts';
import type { Db } from '../connect.ts';

/** What a resident said of one purpose and one way: who wrote it down, when, and how it was said. */
export interface SaidPermission extends Permission {
  purpose: Purpose;
  channel: StepChannel;
  at: Date;
  by: string;
  how: string;
}

export const permissionsOf = (db: Db, residentId: string) => db<SaidPermission[]>`
  select purpose, channel, allowed, at, by, how from permissions where resident_id = ${residentId}`;

/** The topics a resident is interested in. */
export const interestsOf = async (db: Db, residentId: string): Promise<string[]> =>
  (await db<{ topic: string }[]>`select topic from interests where resident_id = ${residentId}`).map(
    ({ topic }) => topic,
  );
