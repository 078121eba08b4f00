import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Puts a file that could not be made back in the queue, once why is mended. */
export function PrintAgain({ id, number }: { id: string; number: number }) {
  const t = useT();
  const again = useChange('POST /api/v1/batches/{id}/again');
  return (
    <>
      <Button
        loading={again.isPending}
        onClick={() => again.mutate({ params: { id } }, { onSuccess: () => announce(t('post.queued_again')) })}
      >
        {t('post.again', { number })}
      </Button>
      <ErrorNote error={again.error} />
    </>
  );
}
