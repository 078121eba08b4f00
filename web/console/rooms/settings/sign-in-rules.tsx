import { Button } from '@mantine/core';
import { useState } from 'react';
import { waysIn } from '../../../shared/access.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange, useOwn } from '../../query.ts';
import { useT } from '../../words.ts';

type Rule = 'requireTwoStep' | 'passwordSignIn';

/** One rule, on or off, changed after one question that says what will happen. */
function RuleLine({ rule, on, provider }: { rule: Rule; on: boolean; provider: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const change = useChange('PUT /api/v1/landlord');
  const state = on ? 'on' : 'off';
  const done = () => {
    setOpen(false);
    announce(t('rules.saved'));
  };
  return (
    <div className="setting">
      <dt>{t(`rules.${rule}`)}</dt>
      <dd>{t(`rules.${rule}_${state}`, { provider })}</dd>
      <dd>
        <Button onClick={() => setOpen(true)}>
          {t('settings.change')} <span className="unseen">{t(`rules.${rule}`)}</span>
        </Button>
        <ConfirmDialog
          open={open}
          title={t(`rules.${rule}`)}
          act={t(`rules.${rule}_from_${state}`)}
          busy={change.isPending}
          onDo={() => change.mutate({ body: { [rule]: !on } }, { onSuccess: done })}
          onLeave={() => setOpen(false)}
        >
          <p>{t(`rules.${rule}_what_${state}`, { provider })}</p>
          <ErrorNote error={change.error} />
        </ConfirmDialog>
      </dd>
    </div>
  );
}

/** How everybody signs in. */
export function SignInRules() {
  const t = useT();
  const landlord = useApi('GET /api/v1/landlord');
  const { data } = useOwn('ways', waysIn);
  const provider = data?.provider ?? '';
  return (
    <section aria-labelledby="sign-in-rules">
      <h2 id="sign-in-rules">{t('rules.title')}</h2>
      <Loaded query={landlord} what={t('landlord.what')}>
        {({ requireTwoStep, passwordSignIn }) => (
          <dl>
            <RuleLine rule="requireTwoStep" on={requireTwoStep} provider={provider} />
            {provider === '' ? null : <RuleLine rule="passwordSignIn" on={passwordSignIn} provider={provider} />}
          </dl>
        )}
      </Loaded>
    </section>
  );
}
