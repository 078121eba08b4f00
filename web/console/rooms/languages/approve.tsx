import { Button } from '@mantine/core';
import { useState } from 'react';
import { faultsOfTranslation } from '../../../../surveys/questionnaire/translation/faults.ts';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import type { Row, Translation } from './translation.ts';
import type { Typing } from './use-translation.ts';

type Done = Answer<'POST /api/v1/questionnaires/{id}/languages/{code}/approve'>;

const waits = ({ key, source, text, status }: Row, typing: Typing): boolean =>
  ['machine', 'draft', 'checked'].includes(status) &&
  typing.editOf(key) === null &&
  faultsOfTranslation({ key, source, text }).length === 0;

const said = ({ count, edition }: Done, name: string, t: Translate): string =>
  `${t('translate.approved_now', { count })} ${t(`translate.edition_${edition}`, { name })}`;

interface ApproveProps {
  translation: Translation;
  /** The rows that are on the page: nothing else is approved. */
  shown: readonly Row[];
  typing: Typing;
}

/** Approves what is shown, after saying how many of which kind and what it means. */
export function Approve({ translation, shown, typing }: ApproveProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const approve = useChange('POST /api/v1/questionnaires/{id}/languages/{code}/approve');
  const { id, language } = translation;
  const waiting = shown.filter((row) => waits(row, typing));
  const count = waiting.length;
  const kinds = (['machine', 'draft', 'checked'] as const)
    .map((status) => ({ status, of: waiting.filter((row) => row.status === status).length }))
    .filter(({ of }) => of > 0);
  const go = () =>
    approve.mutate(
      {
        params: { id, code: language.code },
        body: { texts: waiting.map(({ key, source, text }) => ({ key, source, text })) },
      },
      {
        onSuccess: (done) => {
          setOpen(false);
          announce(said(done, language.english, t));
        },
      },
    );
  return (
    <>
      {count === 0 ? (
        <span>{t('translate.approve_none')}</span>
      ) : (
        <Button variant="filled" onClick={() => setOpen(true)}>
          {t('translate.approve', { count })}
        </Button>
      )}
      <ConfirmDialog
        open={open}
        title={t('translate.approve_title', { count, name: language.english })}
        act={t('translate.approve', { count })}
        busy={approve.isPending}
        onDo={go}
        onLeave={() => setOpen(false)}
      >
        <ul>
          {kinds.map(({ status, of }) => (
            <li key={status}>{t(`tongues.${status}`, { count: of })}</li>
          ))}
        </ul>
        <p>{t('translate.approve_what')}</p>
        <p>{t('translate.approve_shown')}</p>
        <ErrorNote error={approve.error} />
      </ConfirmDialog>
      {approve.data && !open ? <p className="approved-now">{said(approve.data, language.english, t)}</p> : null}
    </>
  );
}
