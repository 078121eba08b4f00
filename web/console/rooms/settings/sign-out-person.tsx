import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Account } from './people.tsx';

/** Ends every session of a member of staff. They can sign in again, so it is not asked twice. */
export function SignOutPerson({ account: { id, name } }: { account: Account }) {
  const t = useT();
  const end = useChange('POST /api/v1/accounts/{id}/sign-out');
  const go = () =>
    end.mutate({ params: { id } }, { onSuccess: ({ count }) => announce(t('staff.signed_out', { name, count })) });
  return (
    <>
      <Button onClick={go} aria-disabled={end.isPending}>
        {t('sessions.end_all')} <span className="unseen">{name}</span>
      </Button>
      <ErrorNote error={end.error} />
    </>
  );
}
