import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay, sayTime, today } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { Wave } from './wave-page.tsx';

/** When the first message leaves and how long that is: "at 10:07, in 4 minutes". The page asks again every few seconds, so it stays right. */
function firstWords(t: Translate, { status, takeBack }: Wave): string {
  if (status === 'paused') return t('take.paused');
  const at = takeBack?.firstAt ?? null;
  if (at === null) return '';
  const [day, time] = [sayDay(at), sayTime(at)];
  if (day !== sayDay(today())) return t('take.first_day', { day, time });
  const minutes = Math.floor((new Date(at).getTime() - Date.now()) / 60_000);
  if (minutes < 0) return t('take.soon');
  return t('take.first', { time, left: leftWords(t, minutes) });
}

/** Nobody counts in minutes from here to tomorrow. */
const mostMinutes = 90;

function leftWords(t: Translate, minutes: number): string {
  if (minutes < 1) return t('take.less');
  return minutes <= mostMinutes
    ? t('take.left', { count: minutes })
    : t('take.left_hours', { count: Math.round(minutes / 60) });
}

/** Until anything of a launch has gone out: says so, and offers to take it back. */
export function TakeBack({ wave }: { wave: Wave }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const take = useChange('POST /api/v1/waves/{id}/take-back');
  if (wave.takeBack === null && !open) return null;
  const done = () => {
    setOpen(false);
    announce(t('take.done', { name: wave.name }));
  };
  return (
    <div className="note note-info">
      {wave.takeBack === null ? null : (
        <p>
          <b>{t('take.nothing')}</b> {firstWords(t, wave)}
        </p>
      )}
      <p className="acts">
        <Button onClick={() => setOpen(true)}>{t('take.act')}</Button>
      </p>
      <ConfirmDialog
        open={open}
        title={t('take.title', { name: wave.name })}
        act={t('take.confirm')}
        busy={take.isPending}
        onDo={() => take.mutate({ params: { id: wave.id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('take.what', { name: wave.name })}</p>
        <p>{t('take.drawn')}</p>
        {wave.approvals.length > 0 ? <p>{t('take.approvals')}</p> : null}
        <ErrorNote error={take.error} />
      </ConfirmDialog>
    </div>
  );
}
