import { instrumentById } from '../../../surveys/instruments/instruments.ts';
import { isLocked, lockProblems, lockSentence } from '../../../surveys/instruments/locks.ts';
import type { Compilation } from '../../../surveys/questionnaire/compile.ts';
import type { Problem, Question } from '../../../surveys/questionnaire/types.ts';
import { problems } from '../../problem.ts';

const instrumentOf = (id: string | null) => (id === null ? undefined : instrumentById(id));

/** What of a draft that began as a ready-made set may not stand as it is. */
export function lockedIn(instrumentId: string | null, draft: Compilation): Problem[] {
  const instrument = instrumentOf(instrumentId);
  return instrument ? lockProblems(instrument, draft) : [];
}

/** Refuses a draft in which fixed wording, answers or order were changed. Throws `wording_locked`. */
export function refuseLocked(instrumentId: string | null, draft: Compilation): void {
  const found = lockedIn(instrumentId, draft);
  if (found.length > 0) throw problems.locked(found.map(({ where, sentence }) => ({ path: where, message: sentence })));
}

/** Why the source words of a question may not be changed, or null. The wording of a measure that came from elsewhere is fixed too. */
export function lockOf(
  instrumentId: string | null,
  { id, measure }: Question,
  { compiled }: Compilation,
): string | null {
  const instrument = instrumentOf(instrumentId);
  if (instrument?.questions.some(({ ask }) => ask.name === id))
    return isLocked(instrument, id, 'words') ? lockSentence(instrument, compiled, id) : null;
  return measure === null ? null : 'This wording is fixed by the regulator. You can add your own questions.';
}

/** What of a question nobody could check against its source, or null. */
export const unverifiedOf = (instrumentId: string | null, { id }: Question): string | null =>
  instrumentOf(instrumentId)?.questions.find(({ ask }) => ask.name === id)?.unverified ?? null;
