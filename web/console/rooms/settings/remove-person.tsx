import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Account } from './people.tsx';

/** Takes away everything a member of staff may do; what they did stays under their name. */
export function RemovePerson({ account: { id, name } }: { account: Account }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const change = useChange('PATCH /api/v1/accounts/{id}');
  const remove = () => {
    const done = () => {
      setOpen(false);
      announce(t('staff.removed', { name }));
    };
    change.mutate({ params: { id }, body: { roles: [] } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('steps.remove')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('staff.remove_title', { name })}
        act={t('staff.remove_act', { name })}
        danger
        busy={change.isPending}
        onDo={remove}
        onLeave={() => setOpen(false)}
      >
        <p>{t('staff.remove_what')}</p>
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
