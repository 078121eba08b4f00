import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ListOutcome, listOutcomeCodes } from '../../../../surveys/fieldwork/call-list.ts';
import { announce } from '../../announce.tsx';
import { GoButton } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';

/** What came of ringing one person. */
export function Try({ id, name }: { id: string; name: string }) {
  const t = useT();
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const save = useChange('POST /api/v1/calls/{id}');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(outcome === null);
    if (outcome === null) return;
    save.mutate(
      { params: { id }, body: { outcome, note } },
      {
        onSuccess: ({ againAt }) =>
          announce(againAt === null ? t('calls.saved') : t('calls.again', { at: sayMoment(againAt) })),
      },
    );
  };
  return (
    <form className="stack narrow" onSubmit={submit} aria-label={`${t('calls.result')}: ${name}`}>
      <NativeSelect
        label={t('calls.result')}
        error={missing && outcome === null ? t('calls.choose_first') : null}
        value={outcome ?? ''}
        onChange={({ currentTarget: { value } }) => setOutcome(listOutcomeCodes.find((one) => one === value) ?? null)}
        data={[
          { value: '', label: t('calls.choose') },
          ...listOutcomeCodes.map((one) => ({ value: one, label: t(`calls.${one}`) })),
        ]}
      />
      <TextInput label={t('calls.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <ErrorNote error={save.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={save.isPending}>
          {t('calls.save')} <span className="unseen">{name}</span>
        </Button>
        <GoButton to="/keying">{t('calls.interview')}</GoButton>
      </div>
    </form>
  );
}
