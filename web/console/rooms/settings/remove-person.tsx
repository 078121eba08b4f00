import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Account } from './people.tsx';

/** What ends with a person, and what passes to whom. */
function Leaving({ id }: { id: string }) {
  const t = useT();
  const query = useApi('GET /api/v1/accounts/{id}/leaving', { params: { id } });
  return (
    <Loaded query={query} what={t('staff.what')}>
      {({ sessions, keys, administrators }) => (
        <ul>
          <li>{t('staff.leaving_sessions', { count: sessions })}</li>
          {keys.length > 0 ? (
            <li>{t('staff.leaving_keys', { keys: keys.join(', '), whom: administrators.join(', ') })}</li>
          ) : null}
          <li>{t('staff.leaving_work')}</li>
        </ul>
      )}
    </Loaded>
  );
}

/** Takes away everything a member of staff may do and every way in; what they did stays under their name. */
export function RemovePerson({ account: { id, name }, onDone }: { account: Account; onDone: () => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const remove = useChange('DELETE /api/v1/accounts/{id}');
  const done = () => {
    setOpen(false);
    onDone();
    announce(t('staff.removed', { name }));
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('staff.remove_act', { name })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('staff.remove_title', { name })}
        act={t('staff.remove_act', { name })}
        danger
        busy={remove.isPending}
        onDo={() => remove.mutate({ params: { id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('staff.remove_what')}</p>
        <Leaving id={id} />
        <ErrorNote error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
