import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Wave } from '../waves/wave-page.tsx';
import type { Prize } from './prize.tsx';

const start = (wave: Wave, prize: Prize | null) => ({
  prize: prize?.prize ?? '',
  terms: prize?.terms ?? '',
  winners: String(prize?.winners ?? 1),
  reserves: String(prize?.reserves ?? 3),
  closesOn: prize?.closesOn ?? wave.closesOn,
});

/** What can be won, before the launch. */
export function PrizeForm({ wave, prize, onDone }: { wave: Wave; prize: Prize | null; onDone: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(() => start(wave, prize));
  const save = useChange('PUT /api/v1/waves/{id}/prize');
  const drop = useChange('DELETE /api/v1/waves/{id}/prize');
  const field = (name: keyof typeof typed) => ({
    label: t(`prize.field_${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...typed, winners: Number(typed.winners), reserves: Number(typed.reserves) };
    const done = () => {
      announce(t('prize.saved'));
      onDone();
    };
    save.mutate({ params: { id: wave.id }, body }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="stack">
      <TextInput
        {...field('prize')}
        description={t('prize.hint_prize')}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <div className="row">
        <TextInput {...field('winners')} type="number" min={1} max={100} required withAsterisk={false} />
        <TextInput {...field('reserves')} type="number" min={0} max={100} required withAsterisk={false} />
        <TextInput {...field('closesOn')} type="date" min={wave.opensOn} required withAsterisk={false} />
      </div>
      <Textarea {...field('terms')} description={t('prize.hint_terms')} maxLength={2000} rows={4} />
      <ErrorNote error={save.error ?? drop.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={save.isPending}>
          {t('prize.save')}
        </Button>
        {prize === null ? null : (
          <Button onClick={() => drop.mutate({ params: { id: wave.id } }, { onSuccess: onDone })}>
            {t('prize.drop')}
          </Button>
        )}
      </div>
    </form>
  );
}
