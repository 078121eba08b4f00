import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, call } from '../../../shared/api.ts';
import type { Questionnaire } from './rows.ts';

type Texts = Record<string, string>;
/** What was typed and not saved, by language, then by key. */
type Changed = Readonly<Record<string, Texts>>;

const count = (changed: Changed) => Object.values(changed).reduce((sum, texts) => sum + Object.keys(texts).length, 0);

/** What is left after `sent` was saved: whatever was typed since stays. */
function without(changed: Changed, language: string, sent: Texts): Changed {
  const rest = Object.entries(changed[language] ?? {}).filter(([key, text]) => sent[key] !== text);
  return { ...changed, [language]: Object.fromEntries(rest) };
}

/** Words being typed over the draft: nothing is lost on a change of language, and what others saved meanwhile is never overwritten unseen. */
export function useEdits(questionnaire: Questionnaire) {
  const { id, texts } = questionnaire;
  const queries = useQueryClient();
  const [changed, setChanged] = useState<Changed>({});
  /** The revision that the first of the unsaved words was typed over. */
  const [base, setBase] = useState<number | null>(null);
  const dirty = count(changed) > 0;

  const saving = useMutation<string, ApiProblem, number>({
    mutationFn: async (from) => {
      let saved = { revision: from, draftAt: questionnaire.draftAt };
      for (const [language, words] of Object.entries(changed)) {
        if (Object.keys(words).length === 0) continue;
        const body = { revision: saved.revision, language, texts: words };
        saved = await call<'PUT /api/v1/questionnaires/{id}/texts'>('PUT /api/v1/questionnaires/{id}/texts', {
          params: { id },
          body,
        });
        setChanged((now) => without(now, language, words));
      }
      setBase(saved.revision);
      return saved.draftAt;
    },
    onSuccess: () => queries.invalidateQueries(),
  });

  const set = (language: string, key: string, text: string) => {
    if (!dirty) setBase(questionnaire.revision);
    const same = text === (texts[language]?.[key] ?? '');
    const { [key]: _, ...others } = changed[language] ?? {};
    setChanged({ ...changed, [language]: same ? others : { ...others, [key]: text } });
  };
  const newest = async () =>
    (
      await queries.fetchQuery({
        queryKey: ['GET /api/v1/questionnaires/{id}', { params: { id } }],
        queryFn: () => call<'GET /api/v1/questionnaires/{id}'>('GET /api/v1/questionnaires/{id}', { params: { id } }),
        staleTime: 0,
      })
    ).revision;
  const stale = saving.error instanceof ApiProblem && saving.error.code === 'stale_draft';

  return {
    dirty,
    changed,
    saving,
    stale,
    textOf: (language: string, key: string) => changed[language]?.[key] ?? texts[language]?.[key] ?? '',
    set,
    save: () => saving.mutateAsync(base ?? questionnaire.revision),
    keepMine: async () => saving.mutateAsync(await newest()),
    takeTheirs: async () => {
      await newest();
      setChanged({});
      saving.reset();
    },
    /** Asks for the newest words, so that both can be seen. */
    look: newest,
  };
}

export type Edits = ReturnType<typeof useEdits>;
