import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Wave } from './wave-page.tsx';

/** Closes a wave on a later day. */
export function Extend({ wave }: { wave: Wave }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [closesOn, setClosesOn] = useState(wave.closesOn);
  const extend = useChange('POST /api/v1/waves/{id}/extend');
  const done = () => {
    setOpen(false);
    announce(t('wave.extended', { day: sayDay(closesOn) }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('wave.extend')}</Button>
      <ConfirmDialog
        open={open}
        title={t('wave.extend_title', { name: wave.name })}
        act={t('wave.extend_act', { day: closesOn === '' ? '' : sayDay(closesOn) })}
        busy={extend.isPending}
        onDo={() => extend.mutate({ params: { id: wave.id }, body: { closesOn } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('wave.extend_what', { day: sayDay(wave.closesOn) })}</p>
        <TextInput
          type="date"
          label={t('wave.extend_day')}
          min={wave.closesOn}
          value={closesOn}
          onChange={(event) => setClosesOn(event.currentTarget.value)}
        />
        <ErrorNote error={extend.error} />
      </ConfirmDialog>
    </>
  );
}
