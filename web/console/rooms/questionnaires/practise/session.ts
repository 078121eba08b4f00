import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageFormat } from '../../../../../surveys/format.ts';
import { type Answer, type ApiProblem, call, type Given } from '../../../../shared/api.ts';
import type { Questionnaire } from '../rows.ts';

const key = 'POST /api/v1/questionnaires/{id}/practise';
type Key = typeof key;
type Body = Given<Key>['body'];

export type Turn = Body['turns'][number];
export type Practised = Answer<Key>;
export type ViewAs<A extends Practised['view']['as']> = Extract<Practised['view'], { as: A }>;
export const practiseWays = ['text', 'web', 'telephone', 'paper', 'email'] as const;
export type PractiseWay = (typeof practiseWays)[number];

export interface PractiseChoice {
  questionnaire: Questionnaire;
  as: PractiseWay;
  language: string;
  format: PageFormat;
}

/** Asks the server to play all turns so far. It keeps nothing: the whole practice is in what is asked. */
export const askToPlay = (
  { questionnaire, as, language, format }: PractiseChoice,
  turns: readonly Turn[],
  open?: string,
): Promise<Practised> =>
  call<Key>(key, { params: { id: questionnaire.id }, body: { as, language, format, turns: [...turns], open } });

/** A practice: its turns, which this page alone holds, and what they have come to. */
export function usePractice(choice: PractiseChoice) {
  const [{ turns, round }, set] = useState<{ turns: readonly Turn[]; round: number }>({ turns: [], round: 0 });
  const { questionnaire, as, language, format } = choice;
  const here = ['practise', questionnaire.id, questionnaire.revision, as, language, format, round];
  const played = useQuery<Practised, ApiProblem>({
    queryKey: [...here, turns],
    queryFn: () => askToPlay(choice, turns),
    // What came before stays until the next turn is played; of another way or language nothing does.
    placeholderData: (before, query) =>
      here.every((part, at) => Object.is(part, query?.queryKey[at])) ? before : undefined,
  });
  const again = () => set({ turns: [], round: round + 1 });
  return { turns, round, played, take: (turn: Turn) => set({ turns: [...turns, turn], round }), again };
}
