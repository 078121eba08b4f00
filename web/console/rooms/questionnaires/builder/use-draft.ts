import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { changesBetween } from '../../../../../surveys/questionnaire/edit/changes.ts';
import { type CommandName, edit, type Inputs } from '../../../../../surveys/questionnaire/edit/commands.ts';
import {
  begun,
  carried,
  did,
  type History,
  redone,
  undone,
} from '../../../../../surveys/questionnaire/edit/history.ts';
import { merge, type Picks } from '../../../../../surveys/questionnaire/edit/merge.ts';
import type { Refusal } from '../../../../../surveys/questionnaire/edit/outcome.ts';
import type { SurveyJson } from '../../../../../surveys/questionnaire/schema.ts';
import { type Answer, ApiProblem, call } from '../../../../shared/api.ts';

export type Loaded = Answer<'GET /api/v1/questionnaires/{id}/draft'>;

/** A rest after the last key before the draft is saved, and before another try when nobody answered. */
const restMs = 1_000;
const againMs = 5_000;

/** An edit that was refused, so that it can be done another way. */
export interface Refused {
  refusal: Refusal;
  name: CommandName;
  input: Inputs[CommandName];
}

/** The draft as it was last saved, or loaded. */
interface Base {
  draft: SurveyJson;
  revision: number;
  at: string;
}
const baseOf = ({ draft, revision, draftAt }: Loaded): Base => ({ draft, revision, at: draftAt });

/** Nobody answered, or the server itself was away: the same again may well work. */
const isAway = ({ status }: ApiProblem): boolean => status === 0 || status >= 500;

const newest = (id: string): Promise<Loaded> =>
  call<'GET /api/v1/questionnaires/{id}/draft'>('GET /api/v1/questionnaires/{id}/draft', { params: { id } });

const put = (id: string, { revision }: Base, draft: SurveyJson) =>
  call<'PUT /api/v1/questionnaires/{id}/draft'>('PUT /api/v1/questionnaires/{id}/draft', {
    params: { id },
    body: { revision, draft },
  });

/** What happened to a save: it is kept, somebody else had saved, or it did not work. */
type Saved = { base: Base } | { theirs: Loaded } | { trouble: ApiProblem };

async function save(id: string, base: Base, draft: SurveyJson): Promise<Saved> {
  try {
    const { revision, draftAt } = await put(id, base, draft);
    return { base: { draft, revision, at: draftAt } };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code !== 'stale_draft') return { trouble: error };
    const theirs = await newest(id).catch(() => null);
    if (theirs === null) return { trouble: error };
    // Renamed, say: the draft itself is as it was, so that there is nothing to decide.
    return changesBetween(base.draft, theirs.draft).length === 0
      ? { base: { ...baseOf(theirs), draft: base.draft } }
      : { theirs };
  }
}

/** The history, readable at once by what happens between two renders. */
function useHistory(start: SurveyJson) {
  const [history, set] = useState(() => begun(start));
  const now = useRef(history);
  const step = (next: History) => {
    now.current = next;
    set(next);
  };
  return { history, now, step };
}

type Kept = ReturnType<typeof useHistory>;

/** Saves by itself after a rest, tries again while nobody answers, and stops where a colleague saved. */
function useSaving(id: string, loaded: Loaded, { history, now }: Kept) {
  const queries = useQueryClient();
  const [base, setBase] = useState(() => baseOf(loaded));
  const [saving, setSaving] = useState(false);
  const [theirs, setTheirs] = useState<Loaded | null>(null);
  const [trouble, setTrouble] = useState<{ problem: ApiProblem; of: SurveyJson } | null>(null);
  const dirty = history.present !== base.draft;
  const held = theirs !== null || (trouble !== null && !isAway(trouble.problem) && trouble.of === history.present);

  const go = async () => {
    const draft = now.current.present;
    setSaving(true);
    const saved = await save(id, base, draft).finally(() => setSaving(false));
    if ('trouble' in saved) return setTrouble({ problem: saved.trouble, of: draft });
    setTrouble(null);
    if ('theirs' in saved) return setTheirs(saved.theirs);
    setBase(saved.base);
    void queries.invalidateQueries();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft starts the rest anew
  useEffect(() => {
    if (!dirty || held || saving) return;
    const timer = setTimeout(() => void go(), trouble === null ? restMs : againMs);
    return () => clearTimeout(timer);
  }, [history.present, base, held, saving, trouble]);

  return { base, setBase, saving, theirs, setTheirs, trouble: trouble?.problem ?? null, dirty };
}

/** Edits, each a step; one that is refused changes nothing and says why. */
function useEdits({ now, step }: Kept, guard: Loaded['guard']) {
  const [refused, setRefused] = useState<Refused | null>(null);
  /** Does an edit; gives the item it was about, or null where it is refused. Letters into one box say what box: `about`. */
  const run = <N extends CommandName>(name: N, input: Inputs[N], about: string | null = null): string | null => {
    const outcome = edit(now.current.present, name, input, guard);
    if ('refused' in outcome) {
      setRefused({ refusal: outcome.refused, name, input });
      return null;
    }
    setRefused(null);
    step(did(now.current, outcome.survey, about, Date.now()));
    return outcome.item;
  };
  return { refused, run, forget: () => setRefused(null) };
}

/** The ways out of a conflict: after each, theirs is what was last saved, and the page goes on from there. */
function useWaysOut(
  id: string,
  { now, step }: Kept,
  { base, theirs, setBase, setTheirs }: ReturnType<typeof useSaving>,
) {
  const queries = useQueryClient();
  const settle = (found: Loaded, next: History) => {
    step(next);
    setBase(baseOf(found));
    setTheirs(null);
  };
  return {
    keepMine: () => theirs && settle(theirs, now.current),
    /** Mine is kept among the earlier states first. */
    takeTheirs: async () => {
      if (!theirs) return;
      const body = { revision: base.revision, draft: now.current.present };
      await call<'POST /api/v1/questionnaires/{id}/saves'>('POST /api/v1/questionnaires/{id}/saves', {
        params: { id },
        body,
      });
      settle(theirs, did(now.current, theirs.draft, null, Date.now()));
      void queries.invalidateQueries();
    },
    together: (picks: Picks) => {
      if (!theirs) return;
      const onto = (draft: SurveyJson) => merge(base.draft, draft, theirs.draft, picks).survey;
      settle(theirs, carried(now.current, onto));
    },
  };
}

/**
 * A draft being edited: undo and redo, saved by itself after a rest, kept in the page while nobody answers, and never over
 * what a colleague saved. Takes the draft as loaded; a newer one of a colleague is taken in where nothing is unsaved.
 */
export function useDraft(id: string, loaded: Loaded, onTheirs: (by: string) => void) {
  const kept = useHistory(loaded.draft);
  const { history, now, step } = kept;
  const saver = useSaving(id, loaded, kept);
  const { base, setBase, saving, theirs, trouble, dirty } = saver;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was loaded anew is taken in
  useEffect(() => {
    if (loaded.revision <= base.revision || dirty || saving || theirs !== null) return;
    if (changesBetween(base.draft, loaded.draft).length > 0) onTheirs(loaded.draftBy);
    const onto = (draft: SurveyJson) => merge(base.draft, draft, loaded.draft).survey;
    step({ ...carried(now.current, onto), present: loaded.draft });
    setBase(baseOf(loaded));
  }, [loaded]);

  return {
    survey: history.present,
    guard: loaded.guard,
    base,
    dirty,
    saving,
    trouble,
    theirs,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => step(undone(now.current)),
    redo: () => step(redone(now.current)),
    /** Takes another draft as one step: an earlier state. */
    take: (draft: SurveyJson) => step(did(now.current, draft, null, Date.now())),
    /** Takes what was made of the saved draft as one step, and keeps what was written since. */
    takeMended: (draft: SurveyJson) =>
      step(did(now.current, merge(base.draft, now.current.present, draft).survey, null, Date.now())),
    ...useEdits(kept, loaded.guard),
    ...useWaysOut(id, kept, saver),
  };
}

export type Drafting = ReturnType<typeof useDraft>;
