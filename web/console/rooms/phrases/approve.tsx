import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

interface ApproveProps {
  page: Pick<Answer<'GET /api/v1/phrases/{code}'>, 'hash' | 'language' | 'total' | 'waiting'>;
  /** Every phrase that waits is on the page. */
  whole: boolean;
}

/** Approves the phrases of a language once all of them have been shown. */
export function ApprovePhrases({ page: { hash, language, waiting }, whole }: ApproveProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const approve = useChange('POST /api/v1/phrases/{code}/approve');
  const name = language.english;
  const first = t('phrases.show_first', { total: waiting });
  const go = () =>
    approve.mutate(
      { params: { code: language.code }, body: { hash } },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('phrases.approved_now', { name }));
        },
      },
    );
  return (
    <div className="stack">
      {whole ? null : <p>{first}</p>}
      <div className="acts">
        <Button variant="filled" aria-disabled={!whole} onClick={() => (whole ? setOpen(true) : announce(first))}>
          {t('phrases.approve', { count: waiting, name })}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        title={t('phrases.approve_title', { name })}
        act={t('phrases.approve', { count: waiting, name })}
        busy={approve.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <p>{t('phrases.approve_what', { name })}</p>
        <ErrorNote error={approve.error} />
      </ConfirmDialog>
    </div>
  );
}
