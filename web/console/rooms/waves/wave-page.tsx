import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answer, ApiProblem } from '../../../shared/api.ts';
import { useMay, useMe } from '../../frame/me.ts';
import { GoButton, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useLive } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { TakeBack } from './take-back.tsx';
import { WaveActs } from './wave-acts.tsx';

export type Wave = Answer<'GET /api/v1/waves/{id}'>;
export type WaveQuery = UseQueryResult<Wave, ApiProblem>;

/** "In the field, day 9 of 33, closes 3 May". */
function stateOf({ status, day, days, opensOn, closesOn, closedAt }: Wave, t: Translate): string {
  const state = t(`waves.status.${status}`);
  if (status === 'draft') return t('wave.state_draft', { state, day: sayDay(opensOn) });
  if (status === 'closed') return t('wave.state_closed', { state, day: sayDay(closedAt ?? closesOn) });
  return t('wave.state_open', { state, day, days, closes: sayDay(closesOn) });
}

/** The tab of each address. */
type Tab = 'fieldwork' | 'board' | 'messages' | 'cost' | 'people' | 'prize' | 'photos' | 'setup';

const tabsOf = (id: string, inField: boolean, reads: boolean, t: Translate) => [
  { to: `/waves/${id}`, label: t('wave.fieldwork') },
  { to: `/waves/${id}/board`, label: t('wave.board') },
  { to: `/waves/${id}/messages`, label: t('wave.messages') },
  { to: `/waves/${id}/cost`, label: t('wave.cost') },
  ...(inField
    ? [
        { to: `/waves/${id}/people`, label: t('wave.people') },
        { to: `/waves/${id}/prize`, label: t('wave.prize') },
      ]
    : []),
  ...(reads ? [{ to: `/waves/${id}/photos`, label: t('wave.photos') }] : []),
  { to: `/waves/${id}/setup`, label: t('wave.setup') },
];

/** The wave of the address, kept up to date. */
export function useWave(): WaveQuery {
  return useLive('GET /api/v1/waves/{id}', { params: { id: useParam('id') } });
}

/** One tab of a launched wave: its name and state, what can be done, the tabs, and this one's part. */
export function WavePage({ wave, tab, children }: { wave: WaveQuery; tab: Tab; children: (wave: Wave) => ReactNode }) {
  const t = useT();
  const id = useParam('id');
  const inField = useMay('officer', 'administrator');
  const { readsFreeText } = useMe();
  return (
    <Page
      title={wave.data?.name ?? t('waves.name')}
      part={t(`wave.${tab}`)}
      state={wave.data ? stateOf(wave.data, t) : null}
      acts={
        <>
          {wave.data && inField ? <WaveActs wave={wave.data} /> : null}
          <GoButton to={`/results/${id}`}>{t('wave.results')}</GoButton>
        </>
      }
    >
      {wave.data && inField ? <TakeBack wave={wave.data} /> : null}
      <Tabs label={t('wave.tabs')} tabs={tabsOf(id, inField, readsFreeText, t)} />
      <Loaded query={wave} what={t('wave.what')}>
        {children}
      </Loaded>
    </Page>
  );
}
