import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Once } from './once.tsx';
import type { Account } from './people.tsx';

/** A new first password for somebody who forgot theirs: shown once. */
export function ResetPassword({ account: { id, name } }: { account: Account }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const reset = useChange('POST /api/v1/accounts/{id}/password');
  const made = reset.data?.password;
  const leave = () => {
    setOpen(false);
    reset.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staff.new_password')}</Button>
      <ConfirmDialog
        open={open}
        title={t('staff.new_password_title', { name })}
        act={t(made ? 'staff.told' : 'staff.new_password')}
        busy={reset.isPending}
        onDo={made ? leave : () => reset.mutate({ params: { id } })}
        onLeave={leave}
      >
        {made ? (
          <Once title={t('staff.tell', { name })} secret={made}>
            {t('staff.tell_how')}
          </Once>
        ) : (
          <p>{t('staff.new_password_what', { name })}</p>
        )}
        <ErrorNote error={reset.error} />
      </ConfirmDialog>
    </>
  );
}

/** Takes the second step of somebody who lost their phone away. */
export function ResetTwoStep({ account: { id, name, twoStep } }: { account: Account }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const reset = useChange('DELETE /api/v1/accounts/{id}/two-step');
  const done = () => {
    setOpen(false);
    announce(t('staff.two_step_reset', { name }));
  };
  if (!twoStep) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staff.reset_two_step')}</Button>
      <ConfirmDialog
        open={open}
        title={t('staff.reset_two_step_title', { name })}
        act={t('staff.reset_two_step')}
        danger
        busy={reset.isPending}
        onDo={() => reset.mutate({ params: { id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('staff.reset_two_step_what', { name })}</p>
        <ErrorNote error={reset.error} />
      </ConfirmDialog>
    </>
  );
}
