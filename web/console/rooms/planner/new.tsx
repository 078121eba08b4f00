import { Radio } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { NewAfresh } from './new-afresh.tsx';
import { NewLike } from './new-like.tsx';

/** Plans a wave: like one before with a fresh sample, or afresh. */
export default function NewWave() {
  const t = useT();
  const waves = useApi('GET /api/v1/waves');
  const [how, setHow] = useState('like');
  return (
    <Page title={t('waves.plan')}>
      <Loaded query={waves} what={t('waves.what')}>
        {({ items }) => {
          const like = items.length > 0 && how === 'like';
          return (
            <div className="stack narrow">
              {items.length > 0 ? (
                <Radio.Group label={t('new.how')} value={how} onChange={setHow}>
                  <div className="ticks">
                    <Radio value="like" label={t('new.like')} />
                    <Radio value="afresh" label={t('new.afresh')} />
                  </div>
                </Radio.Group>
              ) : null}
              {like ? <NewLike waves={items} /> : <NewAfresh />}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
