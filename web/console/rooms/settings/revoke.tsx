import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Key } from './keys.tsx';

/** Ends a key at once, after one question. */
export function Revoke({ item: { id, name } }: { item: Key }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const revoke = useChange('DELETE /api/v1/keys/{id}');
  const go = () => {
    const done = () => {
      setOpen(false);
      announce(t('keys.revoked_now', { name }));
    };
    revoke.mutate({ params: { id } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('keys.revoke')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('keys.revoke_title', { name })}
        act={t('keys.revoke_act', { name })}
        danger
        busy={revoke.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <p>{t('keys.revoke_what')}</p>
        <ErrorNote error={revoke.error} />
      </ConfirmDialog>
    </>
  );
}
