import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Questionnaire } from './rows.ts';

/** Publishes the saved draft as the next version, after saying what that means and what stands against it. */
export function Publish({ questionnaire, dirty }: { questionnaire: Questionnaire; dirty: boolean }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const publish = useChange('POST /api/v1/questionnaires/{id}/publish');
  const { id, revision, version } = questionnaire;
  const faults = questionnaire.faults.filter(({ level }) => level === 'stops');
  const against = dirty
    ? t('publish.save_first')
    : faults.length > 0
      ? t('publish.mend_first', { count: faults.length })
      : null;
  const go = () => {
    if (against !== null) return announce(against);
    publish.mutate(
      { params: { id }, body: { revision } },
      {
        onSuccess: ({ number }) => {
          setOpen(false);
          announce(t('publish.done', { number }));
        },
      },
    );
  };
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('publish.open')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('publish.title', { name: questionnaire.name })}
        act={t('publish.act')}
        busy={publish.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <p>{version === null ? t('publish.first') : t('publish.next', { number: version.number })}</p>
        <p>{t('publish.means')}</p>
        {against === null ? null : <p className="note note-warn">{against}</p>}
        <ErrorNote error={publish.error} />
      </ConfirmDialog>
    </>
  );
}
