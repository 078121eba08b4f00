import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';

type Recorded = Answer<'GET /api/v1/landlord/equality'>;

function ChangeBasis({ recorded }: { recorded: Recorded }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useChange('PUT /api/v1/landlord/equality');
  const close = () => setTyped(null);
  const save = () => {
    const done = () => {
      close();
      announce(t('equality.saved'));
    };
    change.mutate({ body: { basis: typed ?? '' } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setTyped(recorded.basis)}>
        {t('settings.change')} <span className="unseen">{t('equality.basis')}</span>
      </Button>
      <ConfirmDialog
        open={typed !== null}
        title={t('equality.basis')}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <Textarea
          label={t('equality.basis')}
          description={t('equality.basis_hint')}
          rows={4}
          maxLength={1000}
          value={typed ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p>{t('equality.blank')}</p>
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}

function Questions({ recorded }: { recorded: Recorded }) {
  const t = useT();
  const administrator = useMay('administrator');
  const change = useChange('PUT /api/v1/landlord/equality');
  if (!administrator) return <>{t(recorded.questions ? 'equality.on' : 'equality.off')}</>;
  return (
    <>
      <Checkbox
        label={t('equality.ask')}
        description={t('equality.ask_hint')}
        checked={recorded.questions}
        onChange={(event) =>
          change.mutate(
            { body: { questions: event.currentTarget.checked } },
            { onSuccess: () => announce(t('equality.saved')) },
          )
        }
      />
      <ErrorNote error={change.error} />
    </>
  );
}

function Shown({ recorded }: { recorded: Recorded }) {
  const t = useT();
  const administrator = useMay('administrator');
  return (
    <dl className="settings">
      <div className="setting">
        <dt>{t('equality.basis')}</dt>
        <dd>
          {recorded.basis === '' ? <b className="danger">{t('equality.none')}</b> : recorded.basis}
          {recorded.basis !== '' && recorded.basisAt !== null ? (
            <span className="soft">
              {' '}
              {t('equality.by', { name: recorded.basisBy ?? '', day: sayDay(recorded.basisAt) })}
            </span>
          ) : null}
        </dd>
        <dd>{administrator ? <ChangeBasis recorded={recorded} /> : null}</dd>
      </div>
      <div className="setting">
        <dt>{t('equality.questions')}</dt>
        <dd>
          <Questions recorded={recorded} />
        </dd>
      </div>
    </dl>
  );
}

/** Why we may hold special-category data, and whether residents are asked for it after a survey. */
export function Equality() {
  const t = useT();
  const query = useApi('GET /api/v1/landlord/equality');
  return (
    <section aria-labelledby="equality">
      <h2 id="equality">{t('equality.title')}</h2>
      <Loaded query={query} what={t('equality.what')}>
        {(recorded) => <Shown recorded={recorded} />}
      </Loaded>
    </section>
  );
}
