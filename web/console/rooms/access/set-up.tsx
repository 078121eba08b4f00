import { Button } from '@mantine/core';
import { useState } from 'react';
import { setUpTwoStep } from '../../../shared/access.ts';
import { announce } from '../../announce.tsx';
import { useOwnChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { AskPassword } from './ask-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Scan } from './scan.tsx';

/** Sets up a second step: the password, the recovery codes to keep, then the app, whose first code turns it on. */
export function SetUp() {
  const t = useT();
  const [kept, setKept] = useState(false);
  const make = useOwnChange(setUpTwoStep);
  if (!make.data) {
    return (
      <AskPassword
        act={t('twostep.start')}
        error={make.error}
        busy={make.isPending}
        onGiven={(given) => make.mutate(given)}
      />
    );
  }
  if (kept) return <Scan uri={make.data.uri} onDone={() => announce(t('twostep.is_on'))} />;
  return (
    <>
      <RecoveryCodes codes={make.data.codes} />
      <div className="acts">
        <Button variant="filled" onClick={() => setKept(true)}>
          {t('recovery.kept')}
        </Button>
      </div>
    </>
  );
}
