import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Those who were found, each with a button to put them in or leave them out. */
function Found({ q, waveId }: { q: string; waveId: string }) {
  const t = useT();
  const found = useApi('GET /api/v1/residents', { query: { q, limit: 10 } });
  const add = useChange('POST /api/v1/waves/{id}/prize/entries');
  const act = (residentId: string, name: string, leaveOut: boolean) =>
    add.mutate(
      { params: { id: waveId }, body: { residentId, leaveOut } },
      { onSuccess: () => announce(t(leaveOut ? 'prize.left_out' : 'prize.added', { name })) },
    );
  return (
    <Loaded query={found} what={t('members.what_found')}>
      {({ items, total }) => (
        <>
          <p>
            {total === 0
              ? t('members.nobody', { q })
              : t('members.found', { count: total ?? items.length, shown: items.length })}
          </p>
          <ErrorNote error={add.error} />
          <ul className="needs">
            {items.map(({ id, name, address }) => (
              <li key={id}>
                <span>
                  {name}, {address}
                </span>
                <span className="acts">
                  <Button onClick={() => act(id, name, false)}>{t('prize.add', { name })}</Button>
                  <Button onClick={() => act(id, name, true)}>{t('prize.leave', { name })}</Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** Finds somebody who wrote or rang to enter, or to be left out: no answer to the survey is needed. */
export function AddEntry({ waveId }: { waveId: string }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setQ(typed.trim());
  };
  return (
    <section aria-labelledby="add-entry">
      <h2 id="add-entry">{t('prize.add_title')}</h2>
      <p>{t('prize.add_about')}</p>
      <form onSubmit={submit} className="row">
        <TextInput
          label={t('members.find')}
          description={t('find.hint')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('members.find_act')}</Button>
      </form>
      {q === '' ? null : <Found q={q} waveId={waveId} />}
    </section>
  );
}
