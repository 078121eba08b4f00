import { Button } from '@mantine/core';
import { plannedByItself } from '../../../../surveys/fieldwork/planned-by.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Wave } from './plan.ts';

/** Where a campaign asks for a second person: who approved, and the button for one more; of a plan that is nobody's yet, for the first. */
export function Approve({ wave }: { wave: Wave }) {
  const t = useT();
  const approve = useChange('POST /api/v1/waves/{id}/approve');
  const { quorum, approvals } = wave;
  if (quorum === 0) return null;
  const first = wave.plannedBy === plannedByItself;
  const done = t(first ? 'plan.confirmed_now' : 'plan.approved_now');
  const press = () => approve.mutate({ params: { id: wave.id } }, { onSuccess: () => announce(done) });
  return (
    <section>
      <h2>{t('plan.approval')}</h2>
      <p>
        {t('plan.approvals', { done: approvals.length, needed: quorum })} {approvals.join(', ')}
      </p>
      {first ? <p>{t('plan.confirm_what')}</p> : null}
      {approvals.length < quorum ? (
        <p>
          <Button onClick={press} aria-disabled={approve.isPending}>
            {t(first ? 'plan.confirm' : 'plan.approve')}
          </Button>
        </p>
      ) : null}
      <ErrorNote error={approve.error} />
    </section>
  );
}
