import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { signOut } from '../../shared/access.ts';
import type { Me } from '../../shared/api.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { client, useOwnChange } from '../query.ts';
import { ChangePassword } from '../rooms/access/change-password.tsx';
import { SetUp } from '../rooms/access/set-up.tsx';
import { useT } from '../words.ts';
import { Choices } from './choices.tsx';

/** Whoever must do something before anything else, and nothing but that. */
export function HeldBack({ held }: { held: NonNullable<Me['held']> }) {
  const t = useT();
  const leave = useOwnChange(async () => {
    await signOut();
    await client.resetQueries();
  });
  const title = t(`held.${held}`);
  useEffect(() => {
    document.title = `${title} - Earshot`;
  }, [title]);
  return (
    <main className="alone">
      <p>Earshot</p>
      <h1>{title}</h1>
      <p>{t(`held.${held}_why`)}</p>
      {held === 'password' ? <ChangePassword /> : <SetUp />}
      <ErrorNote error={leave.error} />
      <p className="gap">
        <Button onClick={() => leave.mutate(undefined)}>{t('who.sign_out')}</Button>
      </p>
      <Choices />
    </main>
  );
}
