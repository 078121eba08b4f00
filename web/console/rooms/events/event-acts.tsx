import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { useGo } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { SeenEvent } from './event.tsx';

function Send({ event }: { event: SeenEvent }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const send = useChange('POST /api/v1/events/{id}/send');
  const number = sayNumber(event.people.filter(({ role }) => role === 'drawn').length);
  const done = ({ recipients }: { recipients: number }) => {
    setOpen(false);
    announce(t('events.sent_now', { number: sayNumber(recipients) }));
  };
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('events.send', { number })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('events.send_title', { number })}
        act={t('events.send', { number })}
        busy={send.isPending}
        onDo={() => send.mutate({ params: { id: event.id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('events.send_what')}</p>
        <ErrorNote error={send.error} />
      </ConfirmDialog>
    </>
  );
}

function Unsent({ event }: { event: SeenEvent }) {
  const t = useT();
  const go = useGo();
  const redraw = useChange('POST /api/v1/events/{id}/draw');
  const discard = useChange('DELETE /api/v1/events/{id}');
  const params = { id: event.id };
  const gone = () => {
    announce(t('events.discarded'));
    go('/events');
  };
  return (
    <>
      <Send event={event} />
      <Button onClick={() => redraw.mutate({ params }, { onSuccess: () => announce(t('events.redrawn')) })}>
        {redraw.isPending ? t('busy') : t('events.redraw')}
      </Button>
      <Button onClick={() => discard.mutate({ params }, { onSuccess: gone })}>{t('events.discard')}</Button>
      <ErrorNote error={redraw.error ?? discard.error} />
    </>
  );
}

function CallOff({ event }: { event: SeenEvent }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const callOff = useChange('POST /api/v1/events/{id}/call-off');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('events.call_off')}</Button>
      <ConfirmDialog
        open={open}
        title={t('events.call_off_title', { name: event.title })}
        act={t('events.call_off')}
        danger
        busy={callOff.isPending}
        onDo={() => callOff.mutate({ params: { id: event.id } }, { onSuccess: () => setOpen(false) })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('events.call_off_what')}</p>
        <ErrorNote error={callOff.error} />
      </ConfirmDialog>
    </>
  );
}

/** What can be done with an invitation as it stands. */
export function EventActs({ event }: { event: SeenEvent }) {
  if (event.sentAt === null) return <Unsent event={event} />;
  return event.over ? null : <CallOff event={event} />;
}
