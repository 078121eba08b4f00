import type { ReactNode } from 'react';
import { Go, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Wave } from './plan.ts';
import { Strip } from './strip.tsx';

/** One task of a plan on its own page, with the strip and the way back. */
export function PlanPage({ title, children }: { title: string; children: (wave: Wave) => ReactNode }) {
  const t = useT();
  const id = useParam('id');
  const wave = useApi('GET /api/v1/waves/{id}', { params: { id } });
  return (
    <Page title={title} state={wave.data?.name}>
      <p className="back">
        <Go to={`/waves/${id}`}>{t('plan.back')}</Go>
      </p>
      <Loaded query={wave} what={t('plan.what')}>
        {(found) =>
          found.status === 'draft' ? (
            <>
              <Strip id={id} />
              {children(found)}
            </>
          ) : (
            <p>{t('plan.launched')}</p>
          )
        }
      </Loaded>
    </Page>
  );
}
