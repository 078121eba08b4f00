import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { useGo } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Said } from '../../parts/said.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Erasure } from './data.tsx';

/** Erases a person, after one question that names them and what is kept; leads back to the list. */
export function Erase({ id, erasure: { name, sentence } }: { id: string; erasure: Erasure }) {
  const t = useT();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const erase = useChange('POST /api/v1/residents/{id}/erasure');
  const done = () => {
    setOpen(false);
    announce(t('data.erased', { name }));
    go('/residents');
  };
  return (
    <>
      <div className="acts gap">
        <Button variant="danger" onClick={() => setOpen(true)}>
          {t('data.erase', { name })}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        title={t('data.erase_question', { name })}
        act={t('data.erase', { name })}
        danger
        busy={erase.isPending}
        onDo={() => erase.mutate({ params: { id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>
          <Said>{sentence}</Said>
        </p>
        <ErrorNote error={erase.error} />
      </ConfirmDialog>
    </>
  );
}
