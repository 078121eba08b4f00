import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';

/** Sends the pack to every member, once, after one question that says the number. */
export function SendPack({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const send = useChange('POST /api/v1/meetings/{id}/send');
  const number = meeting.members.length;
  const go = () =>
    send.mutate(
      { params: { id: meeting.id } },
      {
        onSuccess: ({ recipients }) => {
          setOpen(false);
          announce(t('pack.sent_now', { number: recipients }));
        },
      },
    );
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('pack.send', { number })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('pack.title', { number })}
        act={t('pack.send', { number })}
        busy={send.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <p>{t('pack.what', { items: meeting.items.length, papers: meeting.papers.length })}</p>
        <p>{t('pack.once')}</p>
        <ErrorNote error={send.error} />
      </ConfirmDialog>
    </>
  );
}
