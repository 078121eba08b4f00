import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { signOut } from '../../shared/access.ts';
import { Go } from '../go.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { client } from '../query.ts';
import { useT } from '../words.ts';
import { useMe } from './me.ts';

/** Who is signed in and as what, and the way out. */
export function Who() {
  const t = useT();
  const { name, roles } = useMe();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => client.resetQueries() });
  return (
    <div className="who">
      <p>
        <Go to="/settings/password">{name}</Go>{' '}
        <span className="soft">{roles.map((role) => t(`role.${role}`)).join(', ')}</span>
      </p>
      <Button onClick={() => leave.mutate()}>{t('who.sign_out')}</Button>
      <ErrorNote error={leave.error} />
    </div>
  );
}
