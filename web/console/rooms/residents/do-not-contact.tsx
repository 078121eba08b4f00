import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Resident } from './resident-page.tsx';

/** Takes somebody off the list again; what else they stopped stays stopped. */
function ContactAgain({ resident }: { resident: Resident }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const lift = useChange('DELETE /api/v1/residents/{id}/do-not-contact');
  const done = () => {
    setOpen(false);
    announce(t('resident.again_done', { name: resident.name }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('resident.again_act')}</Button>
      <ConfirmDialog
        open={open}
        title={t('resident.again_title', { name: resident.name })}
        act={t('resident.again_act')}
        busy={lift.isPending}
        onDo={() => lift.mutate({ params: { id: resident.id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('resident.again_what')}</p>
        <ErrorNote error={lift.error} />
      </ConfirmDialog>
    </>
  );
}

/** Puts a resident on the do-not-contact list. The reason is kept and shown with the sentence. */
export function DoNotContact({ resident }: { resident: Resident }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const stop = useChange('POST /api/v1/residents/{id}/do-not-contact');
  const done = () => {
    setOpen(false);
    announce(t('resident.stopped', { name: resident.name }));
  };
  if (resident.doNotContact) return <ContactAgain resident={resident} />;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('resident.stop_act')}</Button>
      <ConfirmDialog
        open={open}
        title={t('resident.stop_title', { name: resident.name })}
        act={t('resident.stop_act')}
        danger
        busy={stop.isPending}
        onDo={() => stop.mutate({ params: { id: resident.id }, body: { reason } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('resident.stop_what')}</p>
        <Textarea
          label={t('resident.reason')}
          description={t('resident.reason_hint')}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNote error={stop.error} />
      </ConfirmDialog>
    </>
  );
}
