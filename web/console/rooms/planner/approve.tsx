import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Wave } from './plan.ts';

/** Where a campaign asks for a second person: who approved, and the button for one more. */
export function Approve({ wave }: { wave: Wave }) {
  const t = useT();
  const approve = useChange('POST /api/v1/waves/{id}/approve');
  const { quorum, approvals } = wave;
  if (quorum === 0) return null;
  const press = () =>
    approve.mutate({ params: { id: wave.id } }, { onSuccess: () => announce(t('plan.approved_now')) });
  return (
    <section>
      <h2>{t('plan.approval')}</h2>
      <p>
        {t('plan.approvals', { done: approvals.length, needed: quorum })} {approvals.join(', ')}
      </p>
      {approvals.length < quorum ? (
        <p>
          <Button onClick={press} aria-disabled={approve.isPending}>
            {t('plan.approve')}
          </Button>
        </p>
      ) : null}
      <ErrorNote error={approve.error} />
    </section>
  );
}
