import type { Answer } from '../../../shared/api.ts';
import { useQueryParam } from '../../go.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useList } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import { Decline, Match } from './decide-join.tsx';
import { PartTabs } from './part-tabs.tsx';
import { OpenOrDecided } from './state-choice.tsx';

type Request = Answer<'GET /api/v1/join-requests'>['items'][number];

function Facts({ request }: { request: Request }) {
  const t = useT();
  const { address, postcode, topics, comfortLevel, confirmedAt } = request;
  return (
    <dl className="facts">
      <dt>{t('forward.reach')}</dt>
      <dd dir="ltr">{address}</dd>
      <dt>{t('forward.postcode')}</dt>
      <dd>{postcode}</dd>
      <dt>{t('part.topics')}</dt>
      <dd>{topics.map((topic) => t(`topic.${topic}`)).join(', ')}</dd>
      <dt>{t('part.level')}</dt>
      <dd>{t(`comfort.${([1, 2, 3] as const).find((level) => level === comfortLevel) ?? 0}`)}</dd>
      <dt>{t('forward.confirmed')}</dt>
      <dd>{sayMoment(confirmedAt)}</dd>
    </dl>
  );
}

function Decided({ request }: { request: Request }) {
  const t = useT();
  const { outcome, residentName, groupName, note, decidedBy } = request;
  if (outcome === null) return null;
  const parts = [t(`forward.outcome_${outcome}`), residentName, groupName, note, decidedBy];
  return <p>{parts.filter(Boolean).join('. ')}</p>;
}

function RequestView({ request }: { request: Request }) {
  return (
    <li className="said-did">
      <h2 dir="auto">{request.name}</h2>
      <Facts request={request} />
      {request.outcome === null ? (
        <>
          <Match request={request} />
          <Decline request={request} />
        </>
      ) : (
        <Decided request={request} />
      )}
    </li>
  );
}

/** People who put themselves forward on our page: who they are, or a kind no. */
export default function JoinRequests() {
  const t = useT();
  const [state] = useQueryParam('state');
  const list = useList('GET /api/v1/join-requests', { query: { state: state === 'decided' ? 'decided' : 'open' } });
  return (
    <Page title={t('forward.title')}>
      <PartTabs />
      <OpenOrDecided />
      <Listed list={list} what={t('forward.what')} empty={<Empty>{t('forward.none')}</Empty>}>
        {(items) => (
          <ul className="plain">
            {items.map((request) => (
              <RequestView key={request.id} request={request} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
