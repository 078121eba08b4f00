import type { OutReason } from '../../surveys/fieldwork/audience.ts';
import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import { type Choice, candidates } from './candidates.ts';

/** Residents alike in everything that reach, words and cost depend on. `outReason` null is in. */
export interface AudienceGroup {
  outReason: OutReason | null;
  ways: ContactChannel[];
  preferredChannel: ContactChannel | null;
  language: string;
  format: Format;
  demo: boolean;
  count: number;
}

/** Everyone, counted: who would be in and out and why, and by which ways they can be reached. */
export const audienceGroups = (db: Db, choice: Choice) => db<AudienceGroup[]>`
  select out_reason, ways, preferred_channel, language, format, demo, count(*) as count
  from (${candidates(db, choice)}) c
  group by 1, 2, 3, 4, 5, 6 order by count desc`;
