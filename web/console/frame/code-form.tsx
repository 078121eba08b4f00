import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signInWith } from '../../shared/access.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { client } from '../query.ts';
import { useT } from '../words.ts';

/** The second step of signing in: the numbers of the app, or a recovery code for who has no phone at hand. */
export function CodeForm({ onLeave }: { onLeave: () => void }) {
  const t = useT();
  const [way, setWay] = useState<'code' | 'recovery'>('code');
  const [typed, setTyped] = useState('');
  const enter = useMutation({
    mutationFn: () => signInWith(way === 'code' ? { code: typed } : { recovery: typed }),
    onSuccess: () => client.resetQueries(),
  });
  const other = () => {
    setWay(way === 'code' ? 'recovery' : 'code');
    setTyped('');
    enter.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit} className="stack">
      <ErrorNote error={enter.error} />
      <TextInput
        key={way}
        autoFocus
        label={t(way === 'code' ? 'code.app' : 'code.recovery')}
        description={t(way === 'code' ? 'code.app_hint' : 'code.recovery_hint')}
        inputMode={way === 'code' ? 'numeric' : 'text'}
        autoComplete={way === 'code' ? 'one-time-code' : 'off'}
        autoCapitalize="off"
        spellCheck={false}
        required
        withAsterisk={false}
        minLength={6}
        maxLength={20}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={enter.isPending}>
          {enter.isPending ? t('busy') : t('code.act')}
        </Button>
        <Button onClick={other}>{t(way === 'code' ? 'code.use_recovery' : 'code.use_app')}</Button>
        <Button onClick={onLeave}>{t('code.back')}</Button>
      </div>
      <p className="soft">{t('code.lost')}</p>
    </form>
  );
}
