import './groups.css';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';

type Outcome = Answer<'GET /api/v1/outcomes'>['items'][number];

const blank = { youSaid: '', weDid: '' };

function Write() {
  const t = useT();
  const [outcome, setOutcome] = useState(blank);
  const create = useChange('POST /api/v1/outcomes');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setOutcome(blank);
      announce(t('outcomes.published_now'));
    };
    create.mutate({ body: { ...outcome, publish: true } }, { onSuccess: done });
  };
  return (
    <section aria-labelledby="write-outcome">
      <h2 id="write-outcome">{t('outcomes.write')}</h2>
      <form onSubmit={submit} className="stack narrow">
        {(['youSaid', 'weDid'] as const).map((part) => (
          <Textarea
            key={part}
            label={t(`outcomes.${part}`)}
            required
            withAsterisk={false}
            rows={3}
            maxLength={part === 'youSaid' ? 1000 : 2000}
            value={outcome[part]}
            onChange={(event) => setOutcome({ ...outcome, [part]: event.currentTarget.value })}
          />
        ))}
        <p>{t('outcomes.where')}</p>
        <ErrorNote error={create.error} />
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={create.isPending}>
            {create.isPending ? t('busy') : t('outcomes.publish')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function OutcomeView({ outcome }: { outcome: Outcome }) {
  const t = useT();
  const { youSaid, weDid, publishedAt } = outcome;
  return (
    <li className="said-did">
      <dl className="facts">
        <dt>{t('outcomes.youSaid')}</dt>
        <dd>{youSaid}</dd>
        <dt>{t('outcomes.weDid')}</dt>
        <dd>{weDid}</dd>
      </dl>
      <p className="soft">
        {publishedAt === null ? t('outcomes.not_published') : t('outcomes.published', { day: sayDay(publishedAt) })}
      </p>
    </li>
  );
}

/** "You said, we did": what changed because residents spoke. */
export default function Outcomes() {
  const t = useT();
  const query = useApi('GET /api/v1/outcomes');
  const may = useMay('officer', 'administrator');
  return (
    <Page title={t('outcomes.title')}>
      {may ? <Write /> : null}
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t('outcomes.all')}</h2>
        <Loaded query={query} what={t('outcomes.what')}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('outcomes.none')}</Empty>
            ) : (
              <ul className="plain">
                {items.map((outcome) => (
                  <OutcomeView key={outcome.id} outcome={outcome} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}
