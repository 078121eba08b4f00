import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';

export interface Chosen {
  id: string;
  name: string;
}

interface FindProps {
  chosen: Chosen | null;
  onChoose: (person: Chosen | null) => void;
}

/** As many letters as the server asks for. */
const fewest = 3;

function Found({ q, onChoose }: { q: string; onChoose: FindProps['onChoose'] }) {
  const t = useT();
  const found = useApi('GET /api/v1/referrals/find', { query: { q } });
  return (
    <Loaded query={found} what={t('part.what_found')}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('part.nobody', { q })}</p>
        ) : (
          <ul className="needs">
            {items.map(({ id, name, address }) => (
              <li key={id}>
                <span>
                  {name}, {address}
                </span>
                <Button onClick={() => onChoose({ id, name })}>{t('part.choose', { name })}</Button>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** Finds a resident by name, address or reference, and chooses one. */
export function FindResident({ chosen, onChoose }: FindProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setQ(typed.trim());
  };
  if (chosen) {
    return (
      <p className="row gap">
        <b>{t('part.chosen', { name: chosen.name })}</b>
        <Button onClick={() => onChoose(null)}>{t('part.another')}</Button>
      </p>
    );
  }
  return (
    <>
      <form onSubmit={submit} className="row">
        <TextInput
          label={t('part.find')}
          description={t('part.find_hint')}
          minLength={fewest}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('part.find_act')}</Button>
      </form>
      {q.length < fewest ? null : <Found q={q} onChoose={onChoose} />}
    </>
  );
}
