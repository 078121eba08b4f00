import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Two buttons for a message that may or may not have gone: send it again, or leave it as sent. */
export function ResendOrLeave({ id, name }: { id: string; name: string }) {
  const t = useT();
  const resend = useChange('POST /api/v1/deliveries/{id}/resend');
  const leave = useChange('POST /api/v1/deliveries/{id}/leave');
  const given = { params: { id } };
  return (
    <span className="acts">
      <Button
        onClick={() => resend.mutate(given, { onSuccess: () => announce(t('deliveries.resent', { name })) })}
        aria-disabled={resend.isPending}
      >
        {t('deliveries.resend')} <span className="unseen">{t('deliveries.to', { name })}</span>
      </Button>
      <Button
        onClick={() => leave.mutate(given, { onSuccess: () => announce(t('deliveries.left', { name })) })}
        aria-disabled={leave.isPending}
      >
        {t('deliveries.leave')} <span className="unseen">{t('deliveries.to', { name })}</span>
      </Button>
      <ErrorNote error={resend.error ?? leave.error} />
    </span>
  );
}
