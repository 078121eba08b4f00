import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Questionnaire } from './rows.ts';
import { Unread } from './start-file.tsx';
import { readSurveyFile } from './surveyjs-file.ts';

function Replace({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const [asking, setAsking] = useState(false);
  const [unread, setUnread] = useState<'not_json' | 'too_large' | null>(null);
  const replace = useChange('PUT /api/v1/questionnaires/{id}/surveyjs');
  const { id, revision, name } = questionnaire;
  const close = () => setAsking(false);
  const go = async () => {
    const read = file ? await readSurveyFile(file) : null;
    setUnread(read && 'unread' in read ? read.unread : null);
    if (read === null || 'unread' in read) return close();
    const { surveyjs } = read;
    const done = () => announce(t('elsewhere.replaced', { name }));
    replace.mutate({ params: { id }, body: { revision, surveyjs } }, { onSuccess: done, onSettled: close });
  };
  return (
    <>
      <FileBox label={t('elsewhere.file')} accept=".json,application/json" onChoose={setFile} />
      {unread ? <Unread why={unread} /> : null}
      <ErrorNote error={replace.error} />
      <p>
        <Button aria-disabled={file === null} onClick={() => file && setAsking(true)}>
          {t('elsewhere.replace')}
        </Button>
      </p>
      <ConfirmDialog
        open={asking}
        title={t('elsewhere.replace_title', { name })}
        act={t('elsewhere.replace_act')}
        danger
        busy={replace.isPending}
        onDo={() => void go()}
        onLeave={close}
      >
        <p>{t('elsewhere.replace_what', { file: file?.name ?? '' })}</p>
      </ConfirmDialog>
    </>
  );
}

/** The draft as a SurveyJS file, out and in. */
export function Elsewhere({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const { id, name } = questionnaire;
  return (
    <details className="gap">
      <summary>{t('elsewhere.title')}</summary>
      <div className="stack gap-small">
        <p>{t('elsewhere.about')}</p>
        <p>
          <a className="go-button" href={`/api/v1/questionnaires/${id}/surveyjs`} download={`${name}.json`}>
            {t('elsewhere.download')}
          </a>
        </p>
        {may ? <Replace questionnaire={questionnaire} /> : null}
      </div>
    </details>
  );
}
