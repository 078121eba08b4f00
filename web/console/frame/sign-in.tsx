import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { signIn } from '../../shared/api.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { forgetPlace } from '../parts/page.tsx';
import { client } from '../query.ts';
import { useT } from '../words.ts';
import { Choices } from './choices.tsx';

const typed = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? '');

/** The door from outside. What was typed stays after a refusal. */
export function SignIn() {
  const t = useT();
  const enter = useMutation({
    mutationFn: (form: HTMLFormElement) => signIn(typed(form, 'email').trim(), typed(form, 'password')),
    onSuccess: () => client.resetQueries(),
  });
  useEffect(() => {
    document.title = `${t('signin.title')} - Earshot`;
    forgetPlace();
  }, [t]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enter.mutate(event.currentTarget);
  };
  return (
    <main className="alone">
      <p>Earshot</p>
      <h1>{t('signin.title')}</h1>
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
      <Choices />
    </main>
  );
}
