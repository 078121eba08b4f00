import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PageFormat } from '../../../../../surveys/format.ts';
import { type Answer, type ApiProblem, call } from '../../../../shared/api.ts';
import type { Questionnaire } from '../rows.ts';

export type Shown = Answer<'GET /api/v1/questionnaires/{id}/preview'>;
export type ShownAs<A extends Shown['as']> = Extract<Shown, { as: A }>;

/** Ways to see what a resident gets, in the order of the tabs. */
export const ways = ['web', 'wide', 'text', 'letter', 'telephone', 'email'] as const;
export type Way = (typeof ways)[number];

/** What is previewed: a draft, in one language and one format. */
export interface Chosen {
  questionnaire: Questionnaire;
  language: string;
  format: PageFormat;
  dir: 'ltr' | 'rtl';
  /** The question whose page is shown. */
  question: string | undefined;
}

/** Where Tab goes within the preview: nowhere until it is entered by its heading. */
const Order = createContext<0 | -1>(0);
export const TabOrder = Order.Provider;
export const useTabOrder = (): 0 | -1 => useContext(Order);

/** Asks for something made of the draft. It is asked again when the draft was saved; until it comes the one before stays. */
function useMade<T>(name: string, { questionnaire, ...chosen }: Chosen, ask: (signal: AbortSignal) => Promise<T>) {
  return useQuery<T, ApiProblem>({
    queryKey: [name, questionnaire.id, chosen, questionnaire.revision],
    queryFn: ({ signal }) => ask(signal),
    placeholderData: keepPreviousData,
  });
}

/** The preview of a draft by one way. */
export function useShown<A extends Shown['as']>(as: A, chosen: Chosen): UseQueryResult<ShownAs<A>, ApiProblem> {
  const { questionnaire, language, format, question } = chosen;
  return useMade(`preview ${as}`, { ...chosen, question: as === 'web' ? question : undefined }, async (signal) => {
    const query = { as, language, format, question: as === 'web' ? question : undefined };
    const params = { id: questionnaire.id };
    const shown = await call<'GET /api/v1/questionnaires/{id}/preview'>(
      'GET /api/v1/questionnaires/{id}/preview',
      { params, query },
      signal,
    );
    return shown as ShownAs<A>;
  });
}

/** The pages of the letter as one picture. */
export function useLetterPages(chosen: Chosen) {
  const { questionnaire, language, format } = chosen;
  return useMade('preview pages', { ...chosen, question: undefined }, (signal) =>
    call<'GET /api/v1/questionnaires/{id}/letter/pages'>(
      'GET /api/v1/questionnaires/{id}/letter/pages',
      { params: { id: questionnaire.id }, query: { language, format } },
      signal,
    ),
  );
}
