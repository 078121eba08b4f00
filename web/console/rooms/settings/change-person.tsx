import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Account } from './people.tsx';
import { RemovePerson } from './remove-person.tsx';
import { ResetPassword, ResetTwoStep } from './reset-person.tsx';
import { isRole, RoleTicks } from './roles.tsx';

/** Changes what one member of staff may do, which signs them out everywhere; and what else is done to an account. */
export function ChangePerson({ account }: { account: Account }) {
  const { id, name, roles } = account;
  const t = useT();
  const [chosen, setChosen] = useState<Role[] | null>(null);
  const change = useChange('PATCH /api/v1/accounts/{id}');
  const close = () => setChosen(null);
  const save = () => {
    const done = () => {
      close();
      announce(t('staff.changed', { name }));
    };
    change.mutate({ params: { id }, body: { roles: chosen ?? [] } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setChosen(roles.filter(isRole))}>
        {t('settings.change')} <span className="unseen">{t('staff.roles_of', { name })}</span>
      </Button>
      <ConfirmDialog
        open={chosen !== null}
        title={t('staff.change_title', { name })}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <RoleTicks chosen={chosen ?? []} onChoose={setChosen} />
        <p>{t('staff.signs_out', { name })}</p>
        <ErrorNote error={change.error} />
        {roles.length > 0 ? (
          <div className="acts">
            <ResetPassword account={account} />
            <ResetTwoStep account={account} />
            <RemovePerson account={account} onDone={close} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
