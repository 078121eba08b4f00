import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Takes a member out of a group, after one question; what they said stays. */
export function Leave({
  group,
  member,
}: {
  group: { id: string; name: string };
  member: { residentId: string; name: string };
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const remove = useChange('DELETE /api/v1/groups/{id}/members/{residentId}');
  const { name, residentId } = member;
  const go = () =>
    remove.mutate(
      { params: { id: group.id, residentId } },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('members.left', { name }));
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('members.leaves')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('members.leave_title', { name, group: group.name })}
        act={t('members.leave_act', { name })}
        danger
        busy={remove.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <p>{t('members.leave_what')}</p>
        <ErrorNote error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
