import './imports.css';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { GoButton, useParam } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useChange, useWork } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { Checked } from './checked.tsx';
import { Match } from './match.tsx';
import { Working } from './working.tsx';

export type Import = Answer<'GET /api/v1/residents/import/{id}'>;

const atWork = ['reading', 'checking', 'applying'];
const isAtWork = ({ state }: Import) => atWork.includes(state);

function Stopped({ one }: { one: Import }) {
  const t = useT();
  const again = useChange('POST /api/v1/residents/import/{id}/again');
  return (
    <div className="note note-warn">
      <p>
        <b>{t('imports.stopped', { when: sayMoment(one.finishedAt ?? one.at) })}</b>
      </p>
      <p>{one.fault ? <Said>{one.fault}</Said> : t(`imports.why.${one.state === 'failed' ? 'failed' : 'stopped'}`)}</p>
      <div className="acts">
        {one.hasFile ? (
          <Button onClick={() => again.mutate({ params: { id: one.id } })}>{t('imports.again')}</Button>
        ) : null}
        <GoButton to="/residents/import">{t('imports.another')}</GoButton>
      </div>
      <ErrorNote error={again.error} />
    </div>
  );
}

function Applied({ one }: { one: Import }) {
  const t = useT();
  const { counts } = one;
  return (
    <div className="note note-good">
      <p>
        <b>{t('imports.applied', { count: counts.new + counts.changed })}</b>
      </p>
      <p>{t('imports.applied_how', { fresh: sayNumber(counts.new), changed: sayNumber(counts.changed) })}</p>
      <GoButton to="/residents">{t('imports.see')}</GoButton>
    </div>
  );
}

function State({ one }: { one: Import }) {
  if (isAtWork(one)) return <Working one={one} />;
  if (one.state === 'matching') return <Match key={one.id} one={one} />;
  if (one.state === 'failed' || one.state === 'stopped') return <Stopped one={one} />;
  return (
    <>
      {one.state === 'applied' ? <Applied one={one} /> : null}
      <Checked one={one} />
    </>
  );
}

/** One import: its columns, what it would do, how far it is, what became of it. */
export default function ImportRoom() {
  const t = useT();
  const query = useWork('GET /api/v1/residents/import/{id}', { params: { id: useParam('id') } }, isAtWork);
  const state = query.data?.state;
  const before = useRef(state);
  useEffect(() => {
    if (state !== undefined && before.current !== undefined && before.current !== state)
      announce(t(`imports.state.${state}`));
    before.current = state;
  }, [state, t]);
  return (
    <Page
      title={query.data?.filename ?? t('imports.title')}
      state={query.data ? t(`imports.state.${query.data.state}`) : undefined}
      acts={<GoButton to="/residents/import">{t('imports.all')}</GoButton>}
    >
      <Loaded query={query} what={t('imports.what_it')}>
        {(one) => <State one={one} />}
      </Loaded>
    </Page>
  );
}
