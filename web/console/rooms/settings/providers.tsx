import type { Answer } from '../../../shared/api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import { MailPrice } from './mail-price.tsx';
import { SettingsPage } from './settings-page.tsx';

type Provider = Answer<'GET /api/v1/providers'>['channels'][number];

function ProviderView({ provider: { channel, provider, state, needs, lastSentAt } }: { provider: Provider }) {
  const t = useT();
  return (
    <section aria-labelledby={`provider-${channel}`}>
      <h2 id={`provider-${channel}`}>{t(`channel.${channel}`)}</h2>
      <dl className="facts">
        <dt>{t('providers.through')}</dt>
        <dd>{provider}</dd>
        <dt>{t('providers.state')}</dt>
        <dd>
          <Said>{state}</Said>
        </dd>
        <dt>{t('providers.last')}</dt>
        <dd>{lastSentAt === null ? t('providers.never') : sayMoment(lastSentAt)}</dd>
        {needs.length > 0 ? (
          <>
            <dt>{t('providers.needs')}</dt>
            <dd>{needs.join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** What is connected, whether it works, and what a practised channel would need. */
export default function ProvidersRoom() {
  const t = useT();
  const query = useLive('GET /api/v1/providers');
  return (
    <SettingsPage title={t('providers.title')}>
      <p>{t('providers.about')}</p>
      <Loaded query={query} what={t('providers.what')}>
        {({ channels, print }) => (
          <div className="gap">
            {channels.map((provider) => (
              <ProviderView key={provider.channel} provider={provider} />
            ))}
            <section aria-labelledby="provider-print">
              <h2 id="provider-print">{t('providers.print')}</h2>
              <p>
                <Said>{print.sentence}</Said>
              </p>
            </section>
          </div>
        )}
      </Loaded>
      <div className="gap">
        <MailPrice />
      </div>
    </SettingsPage>
  );
}
