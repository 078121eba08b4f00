import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { headOf } from './comment-head.ts';
import type { Comment, Meeting } from './meeting-page.tsx';

/** Moves a comment to the item it is about. */
export function Move({ comment, meeting }: { comment: Comment; meeting: Meeting }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(comment.agendaItemId ?? '');
  const change = useChange('PATCH /api/v1/comments/{id}');
  const items = [
    { value: '', label: t('comments.no_item') },
    ...meeting.items.map(({ id, number, title }) => ({ value: id, label: t('papers.item', { number, title }) })),
  ];
  const go = () =>
    change.mutate(
      { params: { id: comment.id }, body: { agendaItemId: to === '' ? null : to } },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('comments.moved', { to: items.find(({ value }) => value === to)?.label ?? '' }));
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('comments.move')} <span className="unseen">{headOf(comment, t)}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('comments.move_title')}
        act={t('comments.move_act')}
        busy={change.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <NativeSelect
          label={t('comments.move_to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={items}
        />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
