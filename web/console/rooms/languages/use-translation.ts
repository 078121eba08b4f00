import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ApiProblem, call } from '../../../shared/api.ts';
import type { Row, Translation } from './translation.ts';

/** What was typed over one text, with the words and source words it was typed over. */
interface Edit {
  source: string;
  was: string;
  text: string;
  back: string;
}
type Edits = Readonly<Record<string, Edit>>;

const without = (edits: Edits, keys: readonly string[]): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => !keys.includes(key)));

/** Whatever was typed since `sent` stays, over the words that were saved. */
function settled(now: Edits, sent: Edits): Edits {
  const left = Object.entries(now).flatMap(([key, edit]) => {
    const done = sent[key];
    if (!done) return [[key, edit] as const];
    const same = done.text === edit.text && done.back === edit.back;
    return same ? [] : [[key, { ...edit, was: done.text.trim() }] as const];
  });
  return Object.fromEntries(left);
}

/** Words being typed over one language. Only a text that somebody else changed is refused, and nothing typed is lost by it. */
export function useTranslation({ id, language }: Pick<Translation, 'id' | 'language'>) {
  const queries = useQueryClient();
  const [edits, setEdits] = useState<Edits>({});
  const typed = useMemo(() => Object.entries(edits).map(([key, { text }]) => ({ key, text })), [edits]);
  const refresh = () => queries.invalidateQueries();
  const saving = useMutation<void, ApiProblem, Edits>({
    mutationFn: async (sent) => {
      const texts = Object.entries(sent).map(([key, edit]) => ({ key, ...edit }));
      if (texts.length === 0) return;
      await call<'PUT /api/v1/questionnaires/{id}/languages/{code}'>(
        'PUT /api/v1/questionnaires/{id}/languages/{code}',
        {
          params: { id, code: language.code },
          body: { texts },
        },
      );
      // First the saved words, then the box lets go of its own: it would show the old ones in between.
      await refresh();
      setEdits((now) => settled(now, sent));
    },
    // Refused words are shown beside what somebody else saved meanwhile.
    onError: refresh,
  });
  const set = (row: Row, change: Partial<Pick<Edit, 'text' | 'back'>>) => {
    const { key, source, text, back } = row;
    const before = edits[key] ?? { source, was: text, text, back };
    const edit = { ...before, ...change };
    const same = edit.text === text && edit.back === back;
    setEdits(same ? without(edits, [key]) : { ...edits, [key]: edit });
  };
  return {
    saving,
    /** Every text that was typed over, as it stands now. */
    typed,
    dirty: Object.keys(edits).length > 0,
    editOf: (key: string): Edit | null => edits[key] ?? null,
    set,
    save: () => saving.mutateAsync(edits),
    /** Types on over what somebody else saved. */
    keepMine: ({ key, source, text }: Row) => {
      const mine = edits[key];
      saving.reset();
      if (mine) setEdits({ ...edits, [key]: { ...mine, source, was: text } });
    },
    takeTheirs: ({ key }: Row) => {
      saving.reset();
      setEdits(without(edits, [key]));
    },
  };
}

export type Typing = ReturnType<typeof useTranslation>;
