import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Retention } from './keeping.tsx';

/** Turns the daily run on or off, after one question that says how much goes. */
export function KeepSwitch({ retention: { on, rules } }: { retention: Retention }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const change = useChange('PUT /api/v1/retention');
  const act = t(on ? 'keeping.turn_off' : 'keeping.turn_on');
  const save = () => {
    const done = () => {
      setOpen(false);
      announce(t(on ? 'keeping.off_now' : 'keeping.on_now'));
    };
    change.mutate({ body: { on: !on } }, { onSuccess: done });
  };
  const count = rules.reduce((sum, rule) => sum + rule.count, 0);
  return (
    <div className={on ? 'note' : 'note note-warn'}>
      <p>{t(on ? 'keeping.on' : 'keeping.off')}</p>
      <div className="acts">
        <Button onClick={() => setOpen(true)}>{act}</Button>
      </div>
      <ConfirmDialog
        open={open}
        title={t(on ? 'keeping.off_question' : 'keeping.on_question')}
        act={act}
        danger={!on}
        busy={change.isPending}
        onDo={save}
        onLeave={() => setOpen(false)}
      >
        <p>{on ? t('keeping.off_what') : t('keeping.on_what', { count })}</p>
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </div>
  );
}
