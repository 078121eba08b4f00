import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useT } from '../../words.ts';
import { SettingsPage } from './settings-page.tsx';

/** One's own password. Changing it ends one's other sessions. */
export default function PasswordRoom() {
  const t = useT();
  const [words, setWords] = useState({ current: '', next: '' });
  const change = useMutation({
    mutationFn: () => changePassword(words.current, words.next),
    onSuccess: () => {
      setWords({ current: '', next: '' });
      announce(t('password.changed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <SettingsPage title={t('password.title')}>
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
    </SettingsPage>
  );
}
