import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ApiProblem, call } from '../../../shared/api.ts';
import type { Translation } from './translation.ts';
import type { Typing } from './use-translation.ts';

type Texts = Translation['texts'];

const key = 'POST /api/v1/questionnaires/{id}/languages/{code}/texts';
/** Asked when the letters stop coming for so long. */
const restMs = 400;

/** Each question as a text message, in the words as they are typed: those last worked out until the next are. */
export function useTypedTexts({ id, language, revision, texts }: Translation, typing: Typing): Texts {
  const [typed] = useDebouncedValue(typing.typed, restMs);
  const asked = useQuery<{ texts: Texts }, ApiProblem>({
    queryKey: [key, id, language.code, revision, typed],
    queryFn: ({ signal }) =>
      call<typeof key>(key, { params: { id, code: language.code }, body: { texts: [...typed] } }, signal),
    enabled: typed.length > 0,
    placeholderData: keepPreviousData,
  });
  return typing.typed.length === 0 ? texts : (asked.data?.texts ?? texts);
}
