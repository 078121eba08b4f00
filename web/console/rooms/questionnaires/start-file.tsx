import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { Said } from '../../parts/said.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { mostMegabytes, type ReadFile, readSurveyFile } from './surveyjs-file.ts';

type Reading = Answer<'POST /api/v1/questionnaires/read'>;
export type Surveyjs = Record<string, unknown>;

/** Why a file cannot be read at all. */
export function Unread({ why }: { why: Extract<ReadFile, { unread: string }>['unread'] }) {
  const t = useT();
  return (
    <p role="alert" className="note note-error">
      {why === 'too_large' ? t('start.too_large', { mb: mostMegabytes }) : t('elsewhere.unread')}
    </p>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Said>{sentence}</Said>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What of the file is taken, changed and left out, item by item. */
function Told({ reading: { questions, left, faults } }: { reading: Reading }) {
  const t = useT();
  const of = (what: 'left_out' | 'changed') => left.filter((one) => one.what === what).map(({ sentence }) => sentence);
  return (
    <div role="alert" className={left.length + faults.length === 0 ? 'note note-good' : 'note note-warn'}>
      <p>
        <b>{questions === 0 ? t('start.nothing') : t('start.takes', { count: questions })}</b>{' '}
        {left.length + faults.length === 0 ? t('start.all') : null}
      </p>
      <Sentences title={t('start.left_out')} sentences={of('left_out')} />
      <Sentences title={t('start.changed')} sentences={of('changed')} />
      <Sentences title={t('start.faults')} sentences={faults.map(({ sentence }) => sentence)} />
    </div>
  );
}

/** A file of another survey program: it is read first, and what we do not take is said before anything is made. */
export function StartFile({ busy, onStart }: { busy: boolean; onStart: (surveyjs: Surveyjs) => void }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<ReadFile | null>(null);
  const read = useChange('POST /api/v1/questionnaires/read');
  const choose = (next: File | null) => {
    setFile(next);
    setFound(null);
    read.reset();
  };
  const look = async () => {
    if (!file) return;
    const next = await readSurveyFile(file);
    setFound(next);
    if ('surveyjs' in next) read.mutate({ body: { surveyjs: next.surveyjs } });
  };
  const { data } = read;
  const clean = data !== undefined && data.left.length + data.faults.length === 0;
  return (
    <>
      <FileBox label={t('elsewhere.file')} accept=".json,application/json" onChoose={choose} />
      {found && 'unread' in found ? <Unread why={found.unread} /> : null}
      <ErrorNote error={read.error} />
      {data ? <Told reading={data} /> : null}
      <div className="acts">
        {data && data.questions > 0 && found && 'surveyjs' in found ? (
          <Button variant="filled" aria-disabled={busy} onClick={() => onStart(found.surveyjs)}>
            {busy ? t('busy') : t(clean ? 'start.act' : 'start.go_on')}
          </Button>
        ) : (
          <Button variant="filled" aria-disabled={file === null || read.isPending} onClick={() => void look()}>
            {read.isPending ? t('busy') : t('start.read')}
          </Button>
        )}
      </div>
    </>
  );
}
