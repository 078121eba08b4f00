import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '../../words.ts';

/** A box and its button; nothing is looked for before the button is pressed. */
export function FindBox({ label, onFind }: { label: string; onFind: (words: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim());
  };
  return (
    <search className="filters">
      <form className="row" onSubmit={submit}>
        <TextInput
          type="search"
          label={label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('residents.search')}</Button>
      </form>
    </search>
  );
}
