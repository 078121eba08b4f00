import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Account } from './people.tsx';

/** Lets somebody search what residents wrote in their own words, or no longer; undone by the same button. */
export function GrantWords({ account: { id, name, readsFreeText } }: { account: Account }) {
  const t = useT();
  const grant = useChange('PUT /api/v1/accounts/{id}/grants');
  const change = () =>
    grant.mutate(
      { params: { id }, body: { readsFreeText: !readsFreeText } },
      { onSuccess: () => announce(t(readsFreeText ? 'words.taken' : 'words.given', { name })) },
    );
  return (
    <>
      <Button onClick={change} aria-disabled={grant.isPending}>
        {t(readsFreeText ? 'words.take' : 'words.give')} <span className="unseen">{name}</span>
      </Button>
      <ErrorNote error={grant.error} />
    </>
  );
}
