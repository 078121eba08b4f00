import { NativeSelect, TextInput } from '@mantine/core';
import { type Recurrence, type Rhythm, rhythmCodes, rhythms } from '../../../../surveys/fieldwork/recurrence.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';
import type { FieldsProps } from './settings.tsx';

/** What a rhythm starts with: days in the field, and the share of a continuous one. */
const usual = { days: 28, percent: 10 };

function ruleOf(every: Rhythm, before: Recurrence | null): Recurrence {
  const percent = rhythms[every].continuous ? (before?.percent ?? usual.percent) : null;
  return { every, percent, startsOn: before?.startsOn ?? today(), days: before?.days ?? usual.days };
}

/** How often a campaign comes round, from which day, for how long. */
export function RhythmFields({ settings, onChange }: FieldsProps) {
  const t = useT();
  const rule = settings.recurrence ? { percent: null, ...settings.recurrence } : null;
  const set = (part: Partial<Recurrence>) => rule && onChange({ recurrence: { ...rule, ...part } });
  const choose = (value: string) => {
    const every = rhythmCodes.find((code) => code === value);
    const fresh = every !== undefined && rhythms[every].continuous && settings.refresh === 'nobody';
    onChange({ recurrence: every === undefined ? null : ruleOf(every, rule), ...(fresh && { refresh: 'year' }) });
  };
  return (
    <>
      <NativeSelect
        label={t('campaign.every')}
        value={rule?.every ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('campaign.every_none') },
          ...rhythmCodes.map((code) => ({ value: code, label: t(`campaign.every_${code}`) })),
        ]}
      />
      {rule === null ? null : (
        <>
          <TextInput
            type="date"
            label={t('campaign.starts')}
            description={t('campaign.starts_what')}
            value={rule.startsOn}
            onChange={(event) => set({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="number"
            min={1}
            max={120}
            className="short"
            label={t('campaign.days')}
            value={rule.days}
            onChange={(event) => set({ days: Number(event.currentTarget.value) })}
          />
        </>
      )}
      {rule === null || rule.percent === null ? null : (
        <TextInput
          type="number"
          min={1}
          max={100}
          className="short"
          label={t('campaign.percent')}
          value={rule.percent}
          onChange={(event) => set({ percent: Number(event.currentTarget.value) })}
        />
      )}
    </>
  );
}
