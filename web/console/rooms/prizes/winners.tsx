import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { Go } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { Wave } from '../waves/wave-page.tsx';
import type { Seen } from './prize.tsx';

type Person = Seen['people'][number];

/** Passes a prize on to the next reserve, with the reason. */
function PassOn({ wave, person }: { wave: Wave; person: Person }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const pass = useChange('POST /api/v1/waves/{id}/prize/pass-on');
  const act = () =>
    pass.mutate(
      { params: { id: wave.id }, body: { entryId: person.id, why } },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('prize.passed', { name: person.name }));
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('prize.pass')}
        <span className="unseen">: {person.name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('prize.pass_title', { name: person.name })}
        act={t('prize.pass_act')}
        busy={pass.isPending}
        onDo={act}
        onLeave={() => setOpen(false)}
      >
        <p>{t('prize.pass_what')}</p>
        <TextInput
          label={t('prize.pass_why')}
          required
          withAsterisk={false}
          maxLength={200}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <ErrorNote error={pass.error} />
      </ConfirmDialog>
    </>
  );
}

/** Where the prize stands with somebody. */
function standing(t: Translate, { role, toldAt, status, missedAt, missedWhy, residentId }: Person): string {
  if (missedAt !== null) return t('prize.missed', { day: sayDay(missedAt), why: missedWhy ?? '' });
  if (role === 'reserve') return t('prize.reserve');
  if (residentId === null) return t('prize.erased');
  if (toldAt === null) return t('prize.by_hand');
  return t(status === 'failed' || status === 'cancelled' ? 'prize.not_told' : 'prize.told', { day: sayDay(toldAt) });
}

const columns = (t: Translate, wave: Wave): Column<Person>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => (residentId === null ? name : <Go to={`/residents/${residentId}`}>{name}</Go>),
  },
  { key: 'place', head: t('prize.place'), figures: true, cell: ({ place }) => String(place) },
  { key: 'address', head: t('people.address'), cell: ({ address }) => address },
  { key: 'stands', head: t('prize.stands'), cell: (person) => standing(t, person) },
  {
    key: 'act',
    head: t('prize.pass'),
    cell: (person) =>
      person.role === 'winner' && person.missedAt === null ? <PassOn wave={wave} person={person} /> : '',
  },
];

/** Winners and reserves, in the order of the draw. */
export function Winners({ wave, people }: { wave: Wave; people: readonly Person[] }) {
  const t = useT();
  return (
    <section>
      <h2>{t('prize.people')}</h2>
      <DataTable
        caption={t('prize.people')}
        captionUnseen
        columns={columns(t, wave)}
        rows={people}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
