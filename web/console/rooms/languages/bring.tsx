import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { fileAddress } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Plan } from './plan.tsx';
import type { Translation } from './translation.ts';

function BringBack({ id, language }: Pick<Translation, 'id' | 'language'>) {
  const t = useT();
  const params = { id, code: language.code };
  const [file, setFile] = useState<File | null>(null);
  const [boxes, setBoxes] = useState(0);
  const [over, setOver] = useState(false);
  const check = useChange('POST /api/v1/questionnaires/{id}/languages/{code}/file/check');
  const apply = useChange('POST /api/v1/questionnaires/{id}/languages/{code}/file');
  const plan = check.data;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    apply.reset();
  };
  const taken = plan?.changes.filter(({ overApproved }) => over || !overApproved).length ?? 0;
  const approved = plan?.changes.filter(({ overApproved }) => overApproved).length ?? 0;
  const take = () => {
    if (!file || !plan) return;
    apply.mutate(
      { params, query: { revision: plan.revision, overApproved: over ? 'true' : 'false' }, file },
      {
        onSuccess: ({ changed }) => {
          announce(t('bring.applied', { count: changed }));
          setBoxes(boxes + 1);
          setFile(null);
          check.reset();
        },
      },
    );
  };
  return (
    <div className="stack">
      <FileBox
        key={boxes}
        label={t('bring.file')}
        hint={t('bring.hint')}
        accept=".xlf,.xliff,.xml,.csv"
        onChoose={choose}
      />
      <p className="soft">{t('bring.states')}</p>
      <div className="acts">
        <Button aria-disabled={file === null || check.isPending} onClick={() => file && check.mutate({ params, file })}>
          {check.isPending ? t('busy') : t('bring.check')}
        </Button>
      </div>
      <ErrorNote error={check.error} />
      {plan ? <Plan plan={plan} language={language} /> : null}
      {plan && approved > 0 ? (
        <Checkbox
          label={t('bring.take_approved', { count: approved })}
          checked={over}
          onChange={(event) => setOver(event.currentTarget.checked)}
        />
      ) : null}
      {plan && taken > 0 ? (
        <div className="acts">
          <Button variant="filled" aria-disabled={apply.isPending} onClick={take}>
            {t('bring.apply', { count: taken })}
          </Button>
        </div>
      ) : null}
      <ErrorNote error={apply.error} />
      {apply.data ? <p className="note note-good">{t('bring.applied', { count: apply.data.changed })}</p> : null}
    </div>
  );
}

/** The texts out to an agency and back, as XLIFF or a spreadsheet. */
export function Bring({ translation: { id, language }, may }: { translation: Translation; may: boolean }) {
  const t = useT();
  const given = { params: { id, code: language.code } };
  return (
    <section aria-labelledby="bring">
      <h2 id="bring">{t('bring.title')}</h2>
      <div className="stack">
        <p>{t('bring.about')}</p>
        <div className="acts">
          <a
            className="go-button"
            href={fileAddress('GET /api/v1/questionnaires/{id}/languages/{code}/xliff', given)}
            download
          >
            {t('bring.xliff')}
          </a>
          <a
            className="go-button"
            href={fileAddress('GET /api/v1/questionnaires/{id}/languages/{code}/csv', given)}
            download
          >
            {t('bring.csv')}
          </a>
        </div>
        {may ? <BringBack id={id} language={language} /> : null}
      </div>
    </section>
  );
}
