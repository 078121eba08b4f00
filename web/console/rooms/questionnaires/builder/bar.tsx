import { Button } from '@mantine/core';
import { GoButton } from '../../../go.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { SaveState } from '../../../parts/save-state.tsx';
import { useT } from '../../../words.ts';
import { Publish } from '../publish.tsx';
import { Rename } from '../rename.tsx';
import type { Questionnaire } from '../rows.ts';
import { useSaidUndo } from './said-undo.ts';
import type { Drafting } from './use-draft.ts';

interface BarProps {
  drafting: Drafting;
  questionnaire: Questionnaire;
  onChoose: (key: string) => void;
}

/** Where the same questionnaire is worked on otherwise. */
function Links({ id, onEarlier }: { id: string; onEarlier: () => void }) {
  const t = useT();
  return (
    <div className="acts">
      <GoButton to={`/questionnaires/${id}/languages`}>{t('builder.languages')}</GoButton>
      <GoButton to={`/questionnaires/${id}/editions`}>{t('builder.editions')}</GoButton>
      <GoButton to={`/questionnaires/${id}/practise`}>{t('builder.practise')}</GoButton>
      <Button onClick={onEarlier}>{t('earlier.title')}</Button>
    </div>
  );
}

/** Saved or not, undo and redo, publishing, and the ways to the other pages. */
export function Bar({ drafting, questionnaire, onChoose }: BarProps) {
  const t = useT();
  const { canUndo, canRedo, dirty, saving, trouble, base } = drafting;
  const { undo, redo } = useSaidUndo(drafting);
  const faults = questionnaire.faults.filter(({ level }) => level === 'stops').length;
  return (
    <div className="builder-bar">
      <div className="acts">
        <SaveState saving={saving} savedAt={base.at} changed={dirty} />
        <Button aria-disabled={!canUndo} onClick={undo}>
          {t('builder.undo')}
        </Button>
        <Button aria-disabled={!canRedo} onClick={redo}>
          {t('builder.redo')}
        </Button>
        {faults > 0 ? <a href="#faults">{t('builder.check', { count: faults })}</a> : null}
        <Publish questionnaire={questionnaire} dirty={dirty} />
        <Rename questionnaire={questionnaire} />
      </div>
      <Links id={questionnaire.id} onEarlier={() => onChoose('earlier')} />
      {trouble && dirty ? <ErrorNote error={trouble} /> : null}
    </div>
  );
}
