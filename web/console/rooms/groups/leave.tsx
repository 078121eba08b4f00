import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type LeaveReason, leaveReasons } from '../../../../surveys/groups/members.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { today } from '../../say.ts';
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
  const [why, setWhy] = useState({ reason: 'own_wish' as LeaveReason, note: '', on: today() });
  const remove = useChange('POST /api/v1/groups/{id}/members/{residentId}/leave');
  const { name, residentId } = member;
  const go = () =>
    remove.mutate(
      { params: { id: group.id, residentId }, body: { ...why, on: why.on || null } },
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
        <NativeSelect
          label={t('members.leave_why')}
          value={why.reason}
          onChange={(event) =>
            setWhy({ ...why, reason: leaveReasons.find((one) => one === event.currentTarget.value) ?? 'other' })
          }
          data={leaveReasons.map((one) => ({ value: one, label: t(`left.${one}`) }))}
        />
        <TextInput
          type="date"
          className="short"
          label={t('members.leave_on')}
          value={why.on}
          onChange={(event) => setWhy({ ...why, on: event.currentTarget.value })}
        />
        <Textarea
          label={t('part.note')}
          rows={2}
          maxLength={500}
          value={why.note}
          onChange={(event) => setWhy({ ...why, note: event.currentTarget.value })}
        />
        <ErrorNote error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
