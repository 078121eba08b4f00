import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import type { Db } from '../../../db/connect.ts';
import { surroundings } from '../../../db/queries/inspection.ts';
import type { Compilation } from '../../../surveys/questionnaire/compile.ts';
import { draftOf } from '../../../surveys/questionnaire/inspect/draft.ts';
import { inspect } from '../../../surveys/questionnaire/inspect/inspect.ts';
import type { Finding } from '../../../surveys/questionnaire/inspect/rule.ts';
import type { Problem } from '../../../surveys/questionnaire/types.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../today.ts';
import { lockedIn, lockOf } from './locked.ts';

/** What the rules say themselves, in better words and with what mends it. */
const saidByRules = new Set(['not_before']);

const stops = (problem: Problem): Finding => ({ ...problem, level: 'stops', fix: null });

/** What a text costs on a day. */
const counter = (today: string) => (words: string) => {
  const { segments, forcing } = countSegments(words);
  return { segments, forcing, pence: textCost(segments, today) };
};

/** Everything to mend or to know of a draft: what cannot be read, what of a ready-made set was changed, what the rules find. */
export async function inspectionOf(
  db: Db,
  deps: Pick<Deps, 'clock'>,
  { compilation, instrument }: { compilation: Compilation; instrument: string | null },
): Promise<Finding[]> {
  const unread = compilation.problems.filter(({ code }) => !saidByRules.has(code)).map(stops);
  if (compilation.compiled.questions.length === 0) return unread;
  const locked = compilation.compiled.questions.filter(
    (question) => lockOf(instrument, question, compilation) !== null,
  );
  const { phone, owner, timeZone } = await surroundings(db);
  const around = {
    locked: new Set(locked.map(({ id }) => id)),
    phone,
    owner,
    countText: counter(todayIn(timeZone, deps)),
  };
  return [...unread, ...lockedIn(instrument, compilation).map(stops), ...inspect(draftOf(compilation, around))];
}

/** What of it stands against publishing. */
export const stopping = (findings: readonly Finding[]): Finding[] => findings.filter(({ level }) => level === 'stops');
