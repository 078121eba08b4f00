import type { Guard } from '../questionnaire/edit/guard.ts';
import type { Instrument } from './instruments.ts';
import { isLocked } from './locks.ts';

/** What of a ready-made set an editor must hold fixed, without the set itself; null where nothing is. */
export function guardOf(instrument: Instrument): Guard | null {
  const { locks, additions, questions } = instrument;
  if (!locks) return null;
  return {
    by: locks.by,
    additions,
    questions: questions.map(({ ask: { name }, theme, filter }) => ({
      ask: { name },
      ...(theme !== undefined && { theme }),
      ...(filter !== undefined && { filter }),
      words: isLocked(instrument, name, 'words'),
      order: isLocked(instrument, name, 'order'),
      scale: isLocked(instrument, name, 'scale'),
    })),
  };
}
