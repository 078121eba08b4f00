import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';

interface FoundProps {
  q: string;
  groupId: string;
  members: readonly string[];
}

/** Those who were found, each with a button to add them; who is in already says so. */
function Found({ q, groupId, members }: FoundProps) {
  const t = useT();
  const found = useApi('GET /api/v1/residents', { query: { q, limit: 10 } });
  const add = useChange('POST /api/v1/groups/{id}/members');
  const join = (residentId: string, name: string) =>
    add.mutate(
      { params: { id: groupId }, body: { residentId } },
      { onSuccess: () => announce(t('members.added', { name })) },
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
                {members.includes(id) ? (
                  <span className="soft">{t('members.already')}</span>
                ) : (
                  <Button onClick={() => join(id, name)}>{t('members.add', { name })}</Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** Finds a resident by name, address or reference and adds them. */
export function AddMember({ groupId, members }: { groupId: string; members: readonly string[] }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setQ(typed.trim());
  };
  return (
    <section aria-labelledby="add-member">
      <h2 id="add-member">{t('members.add_title')}</h2>
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
      {q === '' ? null : <Found q={q} groupId={groupId} members={members} />}
    </section>
  );
}
