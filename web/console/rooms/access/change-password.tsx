import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../../shared/access.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useOwnChange } from '../../query.ts';
import { useT } from '../../words.ts';

const empty = { current: '', next: '' };

/** Changes one's own password, which ends one's other sessions. */
export function ChangePassword() {
  const t = useT();
  const [words, setWords] = useState(empty);
  const change = useOwnChange(() => changePassword(words.current, words.next));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setWords(empty);
      announce(t('password.changed'));
    };
    change.mutate(undefined, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      {(['current', 'next'] as const).map((field) => (
        <TextInput
          key={field}
          type="password"
          autoComplete={field === 'current' ? 'current-password' : 'new-password'}
          label={t(`password.${field}`)}
          description={field === 'next' ? t('password.hint') : undefined}
          required
          withAsterisk={false}
          minLength={field === 'next' ? 12 : 1}
          value={words[field]}
          onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })}
        />
      ))}
      <ErrorNote error={change.error} />
      {change.isSuccess ? <p className="note note-good">{t('password.changed')}</p> : null}
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={change.isPending}>
          {change.isPending ? t('busy') : t('password.act')}
        </Button>
      </div>
    </form>
  );
}
