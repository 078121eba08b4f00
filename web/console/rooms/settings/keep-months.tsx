import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Rule } from './keeping.tsx';

/** "Change", with hidden words that name what, and a box for the months. */
export function KeepMonths({ rule: { kind, title, months, usual, least, most } }: { rule: Rule }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(String(months));
  const change = useChange('PUT /api/v1/retention');
  const save = () => {
    const done = () => {
      setOpen(false);
      announce(t('keeping.saved', { what: title }));
    };
    change.mutate({ body: { months: { [kind]: Number(typed) } } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('settings.change')} <span className="unseen">{title}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('keeping.change', { what: title })}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={() => setOpen(false)}
      >
        <TextInput
          className="short"
          type="number"
          inputMode="numeric"
          label={t('keeping.box')}
          description={t('keeping.bounds', { least, most, usual })}
          min={least}
          max={most}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
