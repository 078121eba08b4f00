import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Questionnaire } from './rows.ts';

/** Changes the name staff see; what residents read stays. */
export function Rename({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const { id, revision, sourceLanguage } = questionnaire;
  const [name, setName] = useState<string | null>(null);
  const save = useChange('PUT /api/v1/questionnaires/{id}/texts');
  const close = () => setName(null);
  const go = () =>
    save.mutate(
      { params: { id }, body: { revision, language: sourceLanguage, texts: {}, name: name ?? '' } },
      {
        onSuccess: () => {
          close();
          announce(t('rename.done', { name: name ?? '' }));
        },
      },
    );
  return (
    <>
      <Button onClick={() => setName(questionnaire.name)}>{t('rename.open')}</Button>
      <ConfirmDialog
        open={name !== null}
        title={t('rename.title')}
        act={t('rename.act')}
        busy={save.isPending}
        onDo={go}
        onLeave={close}
      >
        <TextInput
          label={t('rename.name')}
          description={t('rename.hint')}
          value={name ?? ''}
          maxLength={160}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorNote error={save.error} />
      </ConfirmDialog>
    </>
  );
}
