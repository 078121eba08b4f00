import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Purpose, purposes } from '../../../../surveys/fieldwork/permission.ts';
import { call } from '../../../shared/api.ts';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { NameAndDates, type Named, namedToday } from './name-and-dates.tsx';
import { useQuestionnaires } from './what.tsx';

interface Chosen extends Named {
  /** Empty makes a campaign of the wave's own name. */
  campaignId: string;
  /** Of a new campaign: it decides who may be written to. */
  purpose: Purpose;
  questionnaireId: string;
}

/** Everybody, rested for 14 days, until the officer says who. */
const everybody = { panelId: null, areas: [], tenures: [] };

/** The campaign of that name, which a try before may have made, or a new one. */
async function campaignOf(name: string, purpose: Purpose): Promise<string> {
  const { items } = await call('GET /api/v1/campaigns');
  const found = items.find((one) => one.name === name.trim());
  if (found) return found.id;
  const made = await call<'POST /api/v1/campaigns'>('POST /api/v1/campaigns', {
    body: { name, purpose },
  });
  return made.id;
}

async function make({ campaignId, purpose, questionnaireId, ...named }: Chosen): Promise<string> {
  const plan = await call('GET /api/v1/plans/default');
  const campaign = campaignId || (await campaignOf(named.name, purpose));
  const body = { ...named, campaignId: campaign, questionnaireId, audience: everybody, plan, sampleSize: null };
  return (await call<'POST /api/v1/waves'>('POST /api/v1/waves', { body })).id;
}

/** A wave that is like no other: its campaign, its questionnaire, its dates; who and how come next. */
export function NewAfresh() {
  const t = useT();
  const go = useGo();
  const campaigns = useApi('GET /api/v1/campaigns').data?.items ?? [];
  const questionnaires = useQuestionnaires();
  const [chosen, setChosen] = useState<Chosen>(() => ({
    ...namedToday(),
    campaignId: '',
    purpose: 'research',
    questionnaireId: '',
  }));
  const making = useMutation({ mutationFn: make, onSuccess: (id) => go(`/waves/${id}`) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate(chosen);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <NameAndDates named={chosen} onChange={(named) => setChosen({ ...chosen, ...named })} />
      <NativeSelect
        label={t('setup.questionnaire')}
        required
        withAsterisk={false}
        value={chosen.questionnaireId}
        onChange={(event) => setChosen({ ...chosen, questionnaireId: event.currentTarget.value })}
        data={[{ value: '', label: t('plan.choose') }, ...questionnaires]}
      />
      <NativeSelect
        label={t('setup.campaign')}
        description={t('new.campaign_hint')}
        value={chosen.campaignId}
        onChange={(event) => setChosen({ ...chosen, campaignId: event.currentTarget.value })}
        data={[
          { value: '', label: t('new.own_campaign') },
          ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {chosen.campaignId === '' ? (
        <NativeSelect
          label={t('campaign.purpose')}
          description={t('campaign.purpose_what')}
          value={chosen.purpose}
          onChange={({ currentTarget: { value } }) =>
            setChosen({ ...chosen, purpose: purposes.find((one) => one === value) ?? 'research' })
          }
          data={purposes.map((one) => ({ value: one, label: t(`waves.purpose.${one}`) }))}
        />
      ) : null}
      <ErrorNote error={making.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={making.isPending}>
          {t('new.act')}
        </Button>
      </div>
    </form>
  );
}
