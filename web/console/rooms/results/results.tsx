import './results.css';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { darkRules } from '../../../charts/paint.ts';
import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { useGo, useParam, useQueryParam } from '../../go.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { type By, breakdowns, byFrom } from './by.ts';
import { Downloads, Overview } from './overview.tsx';
import { QuestionResults, type Results } from './question.tsx';
import { WordsLink } from './words-link.tsx';

type Wave = Answer<'GET /api/v1/waves'>['items'][number];

const dark = darkRules('[data-mantine-color-scheme="dark"]');

function Shown({ results }: { results: Results }) {
  if (results.empty !== null)
    return (
      <Empty>
        <Said>{results.empty}</Said>
      </Empty>
    );
  return (
    <>
      <Overview results={results} />
      {results.questions.map((question) => (
        <QuestionResults key={question.id} question={question} />
      ))}
    </>
  );
}

/** The results of one wave by one breakdown. While another is worked out, the one before stays and says so. */
function OfWave({ id, by }: { id: string; by: By }) {
  const t = useT();
  const query = useApi('GET /api/v1/waves/{id}/results', { params: { id }, query: { by } });
  const [kept, keep] = useState(query.data);
  if (query.data && query.data !== kept) keep(query.data);
  const shown = query.data ?? kept;
  if (query.error?.status === 403)
    return (
      <Empty>
        <Said>{query.error.detail}</Said>
      </Empty>
    );
  return (
    <>
      <ErrorNote error={query.error} again={() => void query.refetch()} />
      {shown && !query.data && !query.error ? <p className="strip">{t('results.working')}</p> : null}
      {shown ? <Shown results={shown} /> : query.error ? null : <Loading what={t('results.what')} />}
    </>
  );
}

function Choosers({ waves, id, by }: { waves: readonly Wave[]; id: string; by: By }) {
  const t = useT();
  const go = useGo();
  const [, setBy] = useQueryParam('by');
  const analyst = useMay('analyst', 'administrator');
  const status = waves.find((wave) => wave.id === id)?.status;
  return (
    <div className="row result-choices">
      <NativeSelect
        label={t('waves.name')}
        value={id}
        onChange={(event) => go(`/results/${event.currentTarget.value}?by=${by}`)}
        data={waves.map((wave) => ({ value: wave.id, label: `${wave.name} (${t(`waves.status.${wave.status}`)})` }))}
      />
      <NativeSelect
        label={t('results.by')}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
        data={breakdowns.map((value) => ({ value, label: t(`results.by_${value}`) }))}
      />
      {status === 'closed' || analyst ? <Downloads id={id} by={by} /> : null}
    </div>
  );
}

/** What is true, for whom, and how sure we are: every question of a wave. Without a wave in the address, the newest closed one. */
export default function ResultsRoom() {
  const t = useT();
  const waves = useApi('GET /api/v1/waves');
  const wanted = useParam('id');
  const by = byFrom(useQueryParam('by')[0]);
  const launched = (waves.data?.items ?? []).filter(({ status }) => status !== 'draft');
  const closed = launched
    .filter(({ status }) => status === 'closed')
    .toSorted((a, b) => b.closesOn.localeCompare(a.closesOn));
  const wave = wanted === '' ? (closed[0] ?? launched[0]) : launched.find(({ id }) => id === wanted);
  const id = wave?.id ?? wanted;
  return (
    <Page title={wave ? t('results.of', { name: wave.name }) : t('nav.results')}>
      <style>{dark}</style>
      <WordsLink />
      <Loaded query={waves} what={t('results.what')}>
        {() =>
          id === '' ? (
            <Empty>{t('results.no_waves')}</Empty>
          ) : (
            <>
              <Choosers waves={[...launched]} id={id} by={by} />
              <OfWave key={id} id={id} by={by} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
