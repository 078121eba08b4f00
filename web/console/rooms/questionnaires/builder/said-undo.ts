import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import type { Drafting } from './use-draft.ts';

/** Undo and redo that say what they did, by button or by key. */
export function useSaidUndo({ undo, redo, canUndo, canRedo }: Drafting) {
  const t = useT();
  return {
    undo: () => {
      undo();
      announce(t(canUndo ? 'builder.undone' : 'builder.undo_none'));
    },
    redo: () => {
      redo();
      announce(t(canRedo ? 'builder.redone' : 'builder.redo_none'));
    },
  };
}
