import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { merge, type Picks } from '../../../../../surveys/questionnaire/edit/merge.ts';
import { announce } from '../../../announce.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { useOwnChange } from '../../../query.ts';
import { sayTime } from '../../../say.ts';
import { useT } from '../../../words.ts';
import { ChangesList, subjectOf } from './changes-list.tsx';
import type { Drafting, Loaded } from './use-draft.ts';

interface Sides {
  drafting: Drafting;
  theirs: Loaded;
}

/** What each has changed since both had the same. */
function Both({ drafting, theirs }: Sides) {
  const t = useT();
  const { base, survey } = drafting;
  return (
    <div className="conflict-both">
      <section aria-labelledby="conflict-mine">
        <h2 id="conflict-mine">{t('conflict.mine_changes')}</h2>
        <ChangesList before={base.draft} after={survey} />
      </section>
      <section aria-labelledby="conflict-theirs">
        <h2 id="conflict-theirs">{t('conflict.theirs_changes', { by: theirs.draftBy })}</h2>
        <ChangesList before={base.draft} after={theirs.draft} />
      </section>
    </div>
  );
}

/** Both drafts as one; where both touched the same, whose it is to be. */
function Together({ drafting, theirs }: Sides) {
  const t = useT();
  const [picks, setPicks] = useState<Picks>({});
  const { base, survey, together } = drafting;
  const { conflicts } = merge(base.draft, survey, theirs.draft);
  const open = conflicts.filter((id) => picks[id] === undefined);
  const go = () => {
    if (open.length > 0) return announce(t('conflict.pick_first', { count: open.length }));
    together(picks);
    announce(t('conflict.together_done'));
  };
  return (
    <div className="stack">
      {conflicts.map((id) => (
        <Radio.Group
          key={id}
          label={t('conflict.pick', { name: subjectOf(id, [survey, theirs.draft, base.draft], t) })}
          value={picks[id] ?? ''}
          onChange={(side) => setPicks({ ...picks, [id]: side === 'theirs' ? 'theirs' : 'mine' })}
        >
          <div className="ticks">
            <Radio value="mine" label={t('conflict.pick_mine')} />
            <Radio value="theirs" label={t('conflict.pick_theirs', { by: theirs.draftBy })} />
          </div>
        </Radio.Group>
      ))}
      <p>
        <Button aria-disabled={open.length > 0} onClick={go}>
          {t('conflict.together')}
        </Button>
        {open.length > 0 ? <span className="soft"> {t('conflict.pick_first', { count: open.length })}</span> : null}
      </p>
    </div>
  );
}

/** A colleague saved since: who and when, what each changed, and the ways on. Typing goes on meanwhile; nothing is saved before one is chosen. */
export function DraftConflict({ drafting, theirs }: Sides) {
  const t = useT();
  const [both, setBoth] = useState(false);
  const take = useOwnChange(drafting.takeTheirs);
  const { conflicts } = merge(drafting.base.draft, drafting.survey, theirs.draft);
  return (
    <div role="alert" className="note note-warn conflict">
      <p>
        <b>{t('conflict.changed', { by: theirs.draftBy, time: sayTime(theirs.draftAt) })}</b>{' '}
        {t(conflicts.length === 0 ? 'conflict.apart' : 'conflict.same', { count: conflicts.length })}
      </p>
      <div className="acts">
        <Button aria-expanded={both} onClick={() => setBoth(!both)}>
          {t('conflict.see')}
        </Button>
        <Button onClick={drafting.keepMine}>{t('conflict.keep')}</Button>
        <Button aria-disabled={take.isPending} onClick={() => take.mutate(undefined)}>
          {t('conflict.take')}
        </Button>
      </div>
      <ErrorNote error={take.error} />
      <p className="soft">{t('conflict.kept')}</p>
      {both ? <Both drafting={drafting} theirs={theirs} /> : null}
      <Together drafting={drafting} theirs={theirs} />
    </div>
  );
}
