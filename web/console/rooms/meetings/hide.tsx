import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { headOf } from './comment-head.ts';
import type { Comment } from './meeting-page.tsx';

/** Hides the words of a comment from papers and pages, with a reason; nothing is deleted, and they can be shown again. */
export function Hide({ comment }: { comment: Comment }) {
  const t = useT();
  const [reason, setReason] = useState<string | null>(null);
  const change = useChange('PATCH /api/v1/comments/{id}');
  const save = (hiddenReason: string | null) =>
    change.mutate(
      { params: { id: comment.id }, body: { hiddenReason } },
      {
        onSuccess: () => {
          setReason(null);
          announce(t(hiddenReason === null ? 'comments.shown_now' : 'comments.hidden_now'));
        },
      },
    );
  const named = <span className="unseen">{headOf(comment, t)}</span>;
  if (comment.hiddenReason !== null)
    return (
      <>
        <Button onClick={() => save(null)}>
          {t('comments.show')} {named}
        </Button>
        <ErrorNote error={change.error} />
      </>
    );
  return (
    <>
      <Button onClick={() => setReason('')}>
        {t('comments.hide')} {named}
      </Button>
      <ConfirmDialog
        open={reason !== null}
        title={t('comments.hide_title')}
        act={t('comments.hide')}
        busy={change.isPending}
        onDo={() => (reason?.trim() ? save(reason.trim()) : announce(t('comments.hide_why')))}
        onLeave={() => setReason(null)}
      >
        <p>{t('comments.hide_what')}</p>
        <TextInput
          label={t('comments.reason')}
          required
          withAsterisk={false}
          maxLength={300}
          value={reason ?? ''}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
