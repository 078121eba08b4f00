import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Wave } from '../waves/wave-page.tsx';
import type { Prize, Seen } from './prize.tsx';

/** The button before its day: it says when, and does nothing. */
export function NotYet({ prize }: { prize: Prize }) {
  return (
    <p className="gap">
      <Button aria-disabled>{useT()('prize.draw_from', { day: sayDay(prize.drawFrom) })}</Button>
    </p>
  );
}

/** Draws, once, after saying what will happen. */
export function Draw({ wave, seen }: { wave: Wave; seen: Seen }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const draw = useChange('POST /api/v1/waves/{id}/prize/draw');
  const { takingPart = 0, entered = 0 } = seen.counts ?? {};
  const act = () =>
    draw.mutate(
      { params: { id: wave.id } },
      {
        onSuccess: ({ entrants, winners }) => {
          setOpen(false);
          announce(t('prize.done', { count: winners, entrants: sayNumber(entrants) }));
        },
      },
    );
  return (
    <p className="gap">
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('prize.draw')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('prize.draw_title')}
        act={t('prize.draw_act', { count: seen.prize?.winners ?? 1 })}
        busy={draw.isPending}
        onDo={act}
        onLeave={() => setOpen(false)}
      >
        <p>{t('prize.draw_what', { people: sayNumber(takingPart + entered) })}</p>
        <p>{t('prize.draw_out')}</p>
        <p>{t(wave.status === 'closed' ? 'prize.draw_typed' : 'prize.draw_open')}</p>
        <ErrorNote error={draw.error} />
      </ConfirmDialog>
    </p>
  );
}
