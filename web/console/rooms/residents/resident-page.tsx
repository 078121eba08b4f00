import type { ReactNode } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { useParam, useQueryParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useLive } from '../../query.ts';
import { useT, type Word, wordOf } from '../../words.ts';
import { RecordCall } from './call.tsx';
import { DoNotContact } from './do-not-contact.tsx';
import { Why } from './why.tsx';

export type Resident = Answer<'GET /api/v1/residents/{id}'>;

const parts = [
  ['', 'resident.timeline'],
  ['/facts', 'resident.facts'],
  ['/permissions', 'resident.permissions'],
  ['/groups', 'resident.groups'],
] as const satisfies readonly (readonly [string, Word])[];

/** One resident, a part at its own address: why she got nothing comes first on each. */
export function ResidentPage({ part, children }: { part: Word; children: (resident: Resident) => ReactNode }) {
  const t = useT();
  const id = useParam('id');
  const [wave] = useQueryParam('wave');
  const resident = useLive('GET /api/v1/residents/{id}', { params: { id }, query: { wave: wave || undefined } });
  const found = resident.data;
  const state = found
    ? [found.reference, found.address, wordOf('tongue', found.language), t(`format.${found.format}`)].join(', ')
    : null;
  return (
    <Page title={found?.name ?? t('resident.title')} part={t(part)} state={state}>
      <Loaded query={resident} what={t('resident.what')}>
        {(shown) => (
          <>
            <Why resident={shown} />
            <div className="acts">
              <RecordCall resident={shown} />
              <DoNotContact resident={shown} />
            </div>
            <Tabs
              label={t('resident.parts')}
              tabs={parts.map(([path, label]) => ({ to: `/residents/${id}${path}`, label: t(label) }))}
            />
            {children(shown)}
          </>
        )}
      </Loaded>
    </Page>
  );
}
