import './editions.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { fileAddress } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { GoButton, useParam } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';
import { BraillePages } from './braille-pages.tsx';
import { Make } from './editions.tsx';
import { Tracks } from './tracks.tsx';

export type Edition = Answer<'GET /api/v1/editions/{id}'>;

/** Whether it may be sent, by whom approved, and what changed since it was made. */
function Standing({ edition }: { edition: Edition }) {
  const t = useT();
  const { version, number, madeBy, madeAt, approved, approvedBy, approvedAt, why } = edition;
  return (
    <>
      <p>{t('edition.facts', { version, number, who: madeBy, day: sayDay(madeAt) })}</p>
      {why.length > 0 ? (
        <div className="note note-warn">
          <p>
            <b>{t('edition.old')}</b>
          </p>
          <ul>
            {why.map((what) => (
              <li key={what}>
                <Said>{`${what.slice(0, 1).toUpperCase()}${what.slice(1)}.`}</Said>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {approved && approvedBy && approvedAt ? (
        <p className="note">{t('edition.approved', { who: approvedBy, day: sayDay(approvedAt) })}</p>
      ) : (
        <p className="note note-warn">{t('edition.unread')}</p>
      )}
    </>
  );
}

/** What a person should look at before approving. */
function LookAt({ edition: { warnings, untellable } }: { edition: Edition }) {
  const t = useT();
  if (warnings.length + untellable.length === 0) return null;
  return (
    <section className="note">
      <h2>{t('edition.look_at')}</h2>
      <ul>
        {untellable.length > 0 ? <li>{t('edition.untellable', { signs: untellable.join(' ') })}</li> : null}
        {warnings.map((sentence) => (
          <li key={sentence}>
            <Said>{sentence}</Said>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Approve({ edition: { id, format, language } }: { edition: Edition }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const approve = useChange('POST /api/v1/editions/{id}/approve');
  const done = () => {
    setOpen(false);
    announce(t('edition.approved_now'));
  };
  const names = { format: t(`format.${format}`), language: wordOf('tongue', language) };
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('edition.approve')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('edition.approve_title', names)}
        act={t('edition.approve_act')}
        busy={approve.isPending}
        onDo={() => approve.mutate({ params: { id } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('edition.approve_what')}</p>
        <ErrorNote error={approve.error} />
      </ConfirmDialog>
    </>
  );
}

const fileWord = ({ format, transcribed }: Edition) =>
  format === 'braille' && !transcribed ? ('edition.file_text' as const) : (`edition.file_${format}` as const);

function Opened({ edition }: { edition: Edition }) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const { id, questionnaireId, language, format, approved, why, transcribed } = edition;
  const old = why.length > 0;
  return (
    <div className="stack">
      <Standing edition={edition} />
      <LookAt edition={edition} />
      {format === 'braille' && !transcribed ? <p className="note">{t('edition.transcriber')}</p> : null}
      <div className="acts">
        <a className="go-button" href={fileAddress('GET /api/v1/editions/{id}/file', { params: { id } })} download>
          {t(fileWord(edition))}
        </a>
        {may && !approved && !old ? <Approve edition={edition} /> : null}
        {may ? <Make questionnaireId={questionnaireId} language={language} format={format} again /> : null}
      </div>
      {format === 'braille' ? <BraillePages edition={edition} /> : null}
      {format === 'audio' ? <Tracks edition={edition} /> : null}
    </div>
  );
}

/** One revision of easy read, braille or audio: what is in it, and who has looked at it. */
export default function OneEdition() {
  const t = useT();
  const id = useParam('edition');
  const questionnaire = useParam('id');
  const query = useApi('GET /api/v1/editions/{id}', { params: { id } });
  const found = query.data;
  const title = found
    ? t('edition.title', {
        format: t(`format.${found.format}`),
        language: wordOf('tongue', found.language),
        name: found.name,
      })
    : t('formats.title_short');
  return (
    <Page
      title={title}
      acts={<GoButton to={`/questionnaires/${questionnaire}/editions`}>{t('edition.back')}</GoButton>}
    >
      <Loaded query={query} what={t('edition.what')}>
        {(edition) => <Opened edition={edition} />}
      </Loaded>
    </Page>
  );
}
