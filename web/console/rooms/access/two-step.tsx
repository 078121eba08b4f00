import { newRecoveryCodes, type TwoStepState, turnOffTwoStep, twoStep } from '../../../shared/access.ts';
import { announce } from '../../announce.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useOwn, useOwnChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { AskPassword } from './ask-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';

/** New recovery codes in place of the old. */
function NewCodes() {
  const t = useT();
  const make = useOwnChange(newRecoveryCodes);
  return (
    <section aria-labelledby="new-codes">
      <h2 id="new-codes">{t('recovery.new_title')}</h2>
      <p>{t('recovery.new_about')}</p>
      {make.data ? (
        <RecoveryCodes codes={make.data.codes} />
      ) : (
        <AskPassword
          act={t('recovery.new')}
          error={make.error}
          busy={make.isPending}
          onGiven={(given) => make.mutate(given)}
        />
      )}
    </section>
  );
}

function TurnOff() {
  const t = useT();
  const off = useOwnChange(turnOffTwoStep);
  const go = (password: string) => off.mutate(password, { onSuccess: () => announce(t('twostep.is_off')) });
  return (
    <section aria-labelledby="turn-off">
      <h2 id="turn-off">{t('twostep.off_title')}</h2>
      <p>{t('twostep.off_about')}</p>
      <AskPassword act={t('twostep.off')} error={off.error} busy={off.isPending} onGiven={go} />
    </section>
  );
}

function On({ state }: { state: TwoStepState }) {
  const t = useT();
  return (
    <>
      <p className="note note-good">
        {t('twostep.is_on')} {t('recovery.left', { count: state.codesLeft })}
      </p>
      <NewCodes />
      {state.required ? <p className="gap">{t('twostep.required')}</p> : <TurnOff />}
    </>
  );
}

/** One's own second step. */
export default function TwoStepRoom() {
  const t = useT();
  const query = useOwn('two-step', twoStep);
  return (
    <SettingsPage title={t('twostep.title')}>
      <Loaded query={query} what={t('twostep.what')}>
        {(state) =>
          state.on ? (
            <On state={state} />
          ) : (
            <div className="stack">
              <p>{t('twostep.about')}</p>
              <SetUp />
            </div>
          )
        }
      </Loaded>
    </SettingsPage>
  );
}
