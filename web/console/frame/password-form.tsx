import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { signIn } from '../../shared/access.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { client } from '../query.ts';
import { useT } from '../words.ts';

const typed = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? '');

/** Signing in by password. What was typed stays after a refusal. */
export function PasswordForm({ onCode }: { onCode: () => void }) {
  const t = useT();
  const enter = useMutation({
    mutationFn: (form: HTMLFormElement) => signIn(typed(form, 'email').trim(), typed(form, 'password')),
    onSuccess: ({ needs }) => (needs === 'code' ? onCode() : client.resetQueries()),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enter.mutate(event.currentTarget);
  };
  return (
    <form onSubmit={submit} className="stack">
      <ErrorNote error={enter.error} />
      <TextInput
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        label={t('signin.email')}
      />
      <TextInput
        name="password"
        type="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        label={t('signin.password')}
      />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={enter.isPending}>
          {enter.isPending ? t('busy') : t('signin.act')}
        </Button>
      </div>
      <p className="soft">{t('signin.forgotten')}</p>
    </form>
  );
}
