import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Given } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Resident } from './resident-page.tsx';

type Outcome = Given<'POST /api/v1/residents/{id}/calls'>['body']['outcome'];
const outcomes: readonly Outcome[] = ['spoke', 'they_rang', 'left_message', 'no_answer', 'wrong_number'];

/** Writes down a call: how it ended, and what is good to know. */
export function RecordCall({ resident }: { resident: Resident }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('spoke');
  const [note, setNote] = useState('');
  const record = useChange('POST /api/v1/residents/{id}/calls');
  const done = () => {
    setOpen(false);
    setNote('');
    announce(t('call.kept'));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('call.act')}</Button>
      <ConfirmDialog
        open={open}
        title={t('call.title', { name: resident.name })}
        act={t('resident.save')}
        busy={record.isPending}
        onDo={() => record.mutate({ params: { id: resident.id }, body: { outcome, note } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <NativeSelect
          label={t('call.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(outcomes.find((one) => one === event.currentTarget.value) ?? 'spoke')}
          data={outcomes.map((one) => ({ value: one, label: t(`call.${one}`) }))}
        />
        <Textarea
          label={t('call.note')}
          description={t('call.note_hint')}
          rows={4}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ErrorNote error={record.error} />
      </ConfirmDialog>
    </>
  );
}
