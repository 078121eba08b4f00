import { Button, Checkbox, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { refreshCodes } from '../../../../surveys/fieldwork/refresh.ts';
import type { Answer, Given } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { type Translate, useT, type Word } from '../../words.ts';
import { RhythmFields } from './rhythm-fields.tsx';

type Campaign = Answer<'GET /api/v1/campaigns/{id}'>;
export type CampaignSettings = Given<'PUT /api/v1/campaigns/{id}'>['body'];

export interface FieldsProps {
  settings: CampaignSettings;
  onChange: (part: Partial<CampaignSettings>) => void;
}

const settingsOf = (campaign: Campaign): CampaignSettings => {
  const { name, purpose, unit, keep, period, quorum, anonymous, questionnaireId, recurrence, refresh } = campaign;
  return { name, purpose, unit, keep, period, quorum, anonymous, questionnaireId, recurrence, refresh };
};

/** The settings that are one of a few, with their codes. */
const choices = {
  purpose: ['research', 'service', 'marketing'],
  unit: ['person', 'household'],
  keep: ['first', 'last'],
  period: ['wave', 'reporting_year'],
  refresh: refreshCodes,
} as const;
type Choice = keyof typeof choices;

const wordsOf = (t: Translate, choice: Choice, code: string) =>
  choice === 'purpose' ? t(`waves.purpose.${code}` as Word) : t(`campaign.${choice}_${code}` as Word);

/** What people were told cannot change any more, so it is told and not offered. */
function Choices({ settings, onChange, launched }: FieldsProps & { launched: boolean }) {
  const t = useT();
  return (Object.keys(choices) as Choice[]).map((choice) =>
    launched && (choice === 'purpose' || choice === 'unit') ? (
      <p key={choice}>
        {t(`campaign.${choice}`)}: <b>{wordsOf(t, choice, settings[choice] ?? '')}</b>
      </p>
    ) : (
      <NativeSelect
        key={choice}
        label={t(`campaign.${choice}`)}
        description={choice === 'purpose' ? t('campaign.purpose_what') : undefined}
        value={settings[choice] ?? ''}
        onChange={(event) => onChange({ [choice]: event.currentTarget.value })}
        data={choices[choice].map((code) => ({ value: code, label: wordsOf(t, choice, code) }))}
      />
    ),
  );
}

function Approval({ settings, onChange, launched }: FieldsProps & { launched: boolean }) {
  const t = useT();
  const { quorum = 0, anonymous = false } = settings;
  return (
    <>
      <TextInput
        type="number"
        min={0}
        max={3}
        className="short"
        label={t('campaign.quorum')}
        value={quorum}
        onChange={(event) => onChange({ quorum: Number(event.currentTarget.value) })}
      />
      {launched ? null : (
        <Checkbox
          label={t('campaign.anonymous')}
          checked={anonymous}
          onChange={(event) => onChange({ anonymous: event.currentTarget.checked })}
        />
      )}
      {launched && anonymous ? <p>{t('campaign.anonymous')}</p> : null}
    </>
  );
}

/** What a campaign is for, whom it asks and how often it comes round. */
export function Settings({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const [settings, setSettings] = useState(() => settingsOf(campaign));
  const save = useChange('PUT /api/v1/campaigns/{id}');
  const onChange = (part: Partial<CampaignSettings>) => setSettings({ ...settings, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = { params: { id: campaign.id }, body: settings };
    save.mutate(given, { onSuccess: () => announce(t('campaign.saved')) });
  };
  const { launched } = campaign;
  return (
    <form className="stack narrow gap" onSubmit={submit}>
      <Fieldset legend={t('campaign.settings')} className="stack">
        <TextInput
          label={t('campaign.name')}
          required
          withAsterisk={false}
          value={settings.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {launched ? <p className="soft">{t('campaign.stands')}</p> : null}
        <RhythmFields settings={settings} onChange={onChange} />
        <Choices settings={settings} onChange={onChange} launched={launched} />
        <Approval settings={settings} onChange={onChange} launched={launched} />
      </Fieldset>
      <ErrorNote error={save.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={save.isPending}>
          {t('campaign.save')}
        </Button>
        {save.isSuccess ? <p>{t('campaign.saved')}</p> : null}
      </div>
    </form>
  );
}
