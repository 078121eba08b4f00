import { planAheadDays } from '../../../../surveys/fieldwork/plan-ahead.ts';
import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { Settings } from './settings.tsx';

type Campaign = Answer<'GET /api/v1/campaigns/{id}'>;
type Wave = Campaign['waves'][number];

const columns = (t: Translate): Column<Wave>[] => [
  { key: 'name', head: t('waves.name'), cell: ({ id, name }) => <Go to={`/waves/${id}`}>{name}</Go> },
  { key: 'status', head: t('waves.status'), cell: ({ status }) => t(`waves.status.${status}`) },
  { key: 'opens', head: t('calendar.opens'), cell: ({ opensOn }) => sayDay(opensOn) },
  { key: 'closes', head: t('waves.closes'), cell: ({ closesOn }) => sayDay(closesOn) },
  {
    key: 'answered',
    head: t('waves.answered'),
    figures: true,
    cell: ({ answered, asked }) =>
      asked === 0 ? '' : t('waves.of', { part: sayNumber(answered), whole: sayNumber(asked) }),
  },
];

function Next({ campaign }: { campaign: Campaign }) {
  const t = useT();
  if (campaign.next.length === 0) return <p>{t('campaign.no_next')}</p>;
  return (
    <ol>
      {campaign.next.map(({ name, opensOn, closesOn, moved }) => (
        <li key={opensOn}>
          <b>{name}</b>: {t('waves.from_to', { from: sayDay(opensOn), to: sayDay(closesOn) })}
          {moved === null ? null : (
            <>
              . <Said>{moved}</Said>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Shown({ campaign, mayPlan }: { campaign: Campaign; mayPlan: boolean }) {
  const t = useT();
  return (
    <>
      <section>
        <h2>{t('campaign.next')}</h2>
        <Next campaign={campaign} />
        {campaign.recurrence !== null && campaign.lastWaveId !== null ? (
          <p className="soft gap">{t('campaign.planned_ahead', { days: planAheadDays })}</p>
        ) : null}
      </section>
      <section>
        <h2>{t('campaign.waves')}</h2>
        {campaign.waves.length === 0 ? (
          <p>{t('campaign.no_waves')}</p>
        ) : (
          <DataTable
            caption={t('campaign.waves')}
            captionUnseen
            columns={columns(t)}
            rows={campaign.waves}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      {mayPlan ? <Settings key={campaign.id} campaign={campaign} /> : null}
    </>
  );
}

/** One campaign: the waves to come, those that were, and its settings. */
export default function CampaignRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/campaigns/{id}', { params: { id: useParam('id') } });
  const mayPlan = useMay('officer', 'administrator');
  const last = query.data?.lastWaveId;
  return (
    <Page
      title={query.data?.name ?? t('campaigns.name')}
      acts={
        mayPlan ? <GoButton to={last ? `/waves/new?like=${last}` : '/waves/new'}>{t('waves.plan')}</GoButton> : null
      }
    >
      <p className="back">
        <Go to="/campaigns">{t('campaigns.title')}</Go>
      </p>
      <Loaded query={query} what={t('campaign.what')}>
        {(campaign) => <Shown campaign={campaign} mayPlan={mayPlan} />}
      </Loaded>
    </Page>
  );
}
