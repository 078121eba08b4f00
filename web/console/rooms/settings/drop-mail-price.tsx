import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';

/** Takes a price back that was set to begin on a day. */
export function DropMailPrice({ from }: { from: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const change = useChange('PUT /api/v1/email-prices');
  const day = sayDay(from);
  const drop = () =>
    change.mutate(
      { body: { from, perThousand: null } },
      { onSuccess: () => announce(t('mail_price.dropped', { day })) },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('mail_price.drop')} <span className="unseen">{day}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('mail_price.drop_title', { day })}
        act={t('mail_price.drop')}
        busy={change.isPending}
        onDo={drop}
        onLeave={() => setOpen(false)}
      >
        <p>{t('mail_price.drop_what')}</p>
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
