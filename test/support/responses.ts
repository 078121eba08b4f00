import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { newState } from '../../surveys/interview/state.ts';
import type { SurveyFixture } from './survey.ts';

/** A finished response of each person of a fixture, on Thursday 26 November 2026, without answers. Each person's age stands in their row. */
export async function putResponses(db: Db, { waveId, versionId, people }: SurveyFixture, ages: readonly number[] = []) {
  const at = new Date('2026-11-26T10:00:00Z');
  await insertRows(
    db,
    'responses',
    people.map(({ frameMemberId }, place) => ({
      id: `00000000-0000-4000-b100-${String(place).padStart(12, '0')}`,
      waveId,
      frameMemberId,
      versionId,
      language: 'ur',
      state: 'complete',
      startedMode: 'web',
      startedAt: at,
      updatedAt: at,
      completedAt: at,
      interview: { ...newState('ur'), status: 'complete' },
    })),
  );
  for (const [place, age] of ages.entries())
    await db`update frame_members set age = ${age} where id = ${people[place]?.frameMemberId ?? ''}`;
}
