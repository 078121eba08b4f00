import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useT } from '../../words.ts';

interface AskPasswordProps {
  /** The words of the button. */
  act: string;
  error: unknown;
  busy: boolean;
  onGiven: (password: string) => void;
}

/** Asks for one's own password before something that a desk left open must not allow. */
export function AskPassword({ act, error, busy, onGiven }: AskPasswordProps) {
  const t = useT();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven(password);
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <TextInput
        type="password"
        autoComplete="current-password"
        label={t('twostep.password')}
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ErrorNote error={error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={busy}>
          {busy ? t('busy') : act}
        </Button>
      </div>
    </form>
  );
}
