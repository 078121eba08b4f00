import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { useGo } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Wave } from './plan.ts';

/** Throws a plan away that was never launched. */
export function Discard({ wave }: { wave: Wave }) {
  const t = useT();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const discard = useChange('DELETE /api/v1/waves/{id}');
  const done = () => {
    announce(t('plan.discarded', { name: wave.name }));
    go('/waves');
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('plan.discard')}</Button>
      <ConfirmDialog
        open={open}
        title={t('plan.discard_title', { name: wave.name })}
        act={t('plan.discard')}
        danger
        busy={discard.isPending}
        onDo={() => discard.mutate({ params: { id: wave.id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('plan.discard_what')}</p>
        <ErrorNote error={discard.error} />
      </ConfirmDialog>
    </>
  );
}
