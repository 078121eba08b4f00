import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay, today } from '../../say.ts';
import { useT } from '../../words.ts';

interface MarkPostedProps {
  id: string;
  /** Words of the button, naming the batch: "Mark batch 7 posted". */
  label: string;
  letters?: number;
  /** Letters to be taken out of the file before it is posted. */
  takenOut?: number;
}

/** Says on which day a batch was posted, which starts the clock of its letters. */
export function MarkPosted({ id, label, letters, takenOut = 0 }: MarkPostedProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [postedOn, setPostedOn] = useState(today());
  const mark = useChange('POST /api/v1/batches/{id}/posted');
  const done = () => {
    setOpen(false);
    announce(t('post.marked', { day: sayDay(postedOn) }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <ConfirmDialog
        open={open}
        title={label}
        act={t('post.mark_act')}
        busy={mark.isPending}
        onDo={() => mark.mutate({ params: { id }, body: { postedOn } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{letters === undefined ? t('post.mark_any') : t('post.mark_what', { count: letters - takenOut })}</p>
        {takenOut > 0 ? <p>{t('post.taken_out', { count: takenOut })}</p> : null}
        <TextInput
          type="date"
          label={t('post.day')}
          max={today()}
          value={postedOn}
          onChange={(event) => setPostedOn(event.currentTarget.value)}
        />
        <ErrorNote error={mark.error} />
      </ConfirmDialog>
    </>
  );
}
