import { Button } from '@mantine/core';
import { startProvider, waysIn } from '../../shared/access.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useOwn, useOwnChange } from '../query.ts';
import { useT, type Word } from '../words.ts';

/** What the provider's answer came to, where it was not a session: the server says it by a code in the address. */
const refusals: Readonly<Record<string, Word>> = {
  provider_away: 'provider.away',
  provider_refused: 'provider.refused',
  provider_late: 'provider.late',
  provider_unknown: 'provider.unknown',
  provider_unverified: 'provider.unverified',
  provider_other: 'provider.other',
  demo_account: 'provider.demo',
};

/** Why somebody who came back is not in, from the address. */
function Refused({ provider }: { provider: string }) {
  const t = useT();
  const code = new URLSearchParams(location.search).get('refused');
  if (code === null) return null;
  return (
    <p role="alert" className="note note-error">
      {t(refusals[code] ?? 'provider.fault', { provider })}
    </p>
  );
}

/** "Sign in with Microsoft", where the organisation's own accounts are connected. */
export function ProviderButton() {
  const t = useT();
  const { data } = useOwn('ways', waysIn);
  const start = useOwnChange(async () => location.assign((await startProvider()).url));
  const provider = data?.provider;
  if (!provider) return null;
  return (
    <section aria-label={t('provider.sign_in', { provider })} className="stack ways">
      <Refused provider={provider} />
      <ErrorNote error={start.error} />
      <div className="acts">
        <Button variant="filled" onClick={() => start.mutate(undefined)} aria-disabled={start.isPending}>
          {start.isPending ? t('busy') : t('provider.sign_in', { provider })}
        </Button>
      </div>
      <p className="soft">{t('provider.or')}</p>
    </section>
  );
}
