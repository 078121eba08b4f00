import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { Extend } from './extend.tsx';
import type { Wave } from './wave-page.tsx';

function PauseOrResume({ wave }: { wave: Wave }) {
  const t = useT();
  const pause = useChange('POST /api/v1/waves/{id}/pause');
  const resume = useChange('POST /api/v1/waves/{id}/resume');
  const paused = wave.status === 'paused';
  const act = paused ? resume : pause;
  const press = () =>
    act.mutate(
      { params: { id: wave.id } },
      { onSuccess: () => announce(t(paused ? 'wave.resumed' : 'wave.paused', { name: wave.name })) },
    );
  return (
    <>
      <Button onClick={press} variant={paused ? 'filled' : 'default'} aria-disabled={act.isPending}>
        {t(paused ? 'wave.resume' : 'wave.pause')}
      </Button>
      <ErrorNote error={act.error} />
    </>
  );
}

function Close({ wave }: { wave: Wave }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = useChange('POST /api/v1/waves/{id}/close');
  const done = () => {
    setOpen(false);
    announce(t('wave.closed', { name: wave.name }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('wave.close')}</Button>
      <ConfirmDialog
        open={open}
        title={t('wave.close_title', { name: wave.name })}
        act={t('wave.close_act')}
        danger
        busy={close.isPending}
        onDo={() => close.mutate({ params: { id: wave.id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('wave.close_what', { asked: sayNumber(wave.asked), answered: sayNumber(wave.answered) })}</p>
        <ErrorNote error={close.error} />
      </ConfirmDialog>
    </>
  );
}

/** What can be done to a wave as it stands: pause or go on, extend, close. */
export function WaveActs({ wave }: { wave: Wave }): ReactNode {
  if (wave.status !== 'open' && wave.status !== 'paused') return null;
  return (
    <>
      <PauseOrResume wave={wave} />
      <Extend wave={wave} />
      <Close wave={wave} />
    </>
  );
}
