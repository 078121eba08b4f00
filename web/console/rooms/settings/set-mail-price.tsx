import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay, today } from '../../say.ts';
import { sayPence } from '../../say-pence.ts';
import { useT } from '../../words.ts';

const mostPence = 100_000;

/** "31.50" as pence; null where it is no amount. */
function penceOf(text: string): number | null {
  const typed = text.replace(/[p,\s]/g, '');
  const pence = /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Number(typed) : null;
  return pence !== null && pence <= mostPence ? pence : null;
}

/** Says what mails cost from a day on. */
export function SetMailPrice() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState(today());
  const [looked, setLooked] = useState(false);
  const change = useChange('PUT /api/v1/email-prices');
  const perThousand = penceOf(typed);
  const save = () => {
    setLooked(true);
    if (perThousand === null || from === '') return;
    const price = sayPence(perThousand);
    const done = () => {
      setOpen(false);
      setLooked(false);
      announce(t('mail_price.saved', { day: sayDay(from), price }));
    };
    change.mutate({ body: { from, perThousand } }, { onSuccess: done });
  };
  return (
    <>
      <p className="gap">
        <Button onClick={() => setOpen(true)}>{t('mail_price.set')}</Button>
      </p>
      <ConfirmDialog
        open={open}
        title={t('mail_price.set_title')}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={() => setOpen(false)}
      >
        <p>{t('mail_price.about')}</p>
        <TextInput
          className="short"
          inputMode="decimal"
          label={t('mail_price.box')}
          description={t('mail_price.box_hint')}
          value={typed}
          error={looked && perThousand === null ? t('mail_price.wrong') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('mail_price.day')}
          value={from}
          error={looked && from === '' ? t('mail_price.day_wrong') : undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
