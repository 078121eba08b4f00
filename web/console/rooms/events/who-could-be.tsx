import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useApi } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import { LevelChoice, TopicTicks } from '../taking-part/fields.tsx';
import type { PartProps } from './event-form.tsx';

const froms = ['interested', 'everyone'] as const;

function Homes({ draft, change }: PartProps) {
  const t = useT();
  const facets = useApi('GET /api/v1/residents/facets').data;
  const any = { value: '', label: t('part.any') };
  return (
    <>
      <NativeSelect
        label={t('residents.area')}
        value={draft.area}
        onChange={(event) => change({ area: event.currentTarget.value })}
        data={[any, ...(facets?.areas ?? []).map(({ code }) => ({ value: code, label: code }))]}
      />
      <NativeSelect
        label={t('residents.tenure')}
        value={draft.tenure}
        onChange={(event) => change({ tenure: event.currentTarget.value })}
        data={[any, ...(facets?.tenures ?? []).map(({ code }) => ({ value: code, label: wordOf('tenure', code) }))]}
      />
      <TextInput
        label={t('events.property_type')}
        description={t('events.property_hint')}
        value={draft.propertyType}
        onChange={(event) => change({ propertyType: event.currentTarget.value })}
      />
    </>
  );
}

/** Who could be asked: interest, how far they would go, home and age. */
export function WhoCouldBe({ draft, change }: PartProps) {
  const t = useT();
  return (
    <>
      <Radio.Group
        label={t('events.from')}
        value={draft.from}
        onChange={(from) => change({ from: froms.find((one) => one === from) ?? 'interested' })}
      >
        <div className="ticks">
          {froms.map((from) => (
            <Radio key={from} value={from} label={t(`events.from_${from}`)} />
          ))}
        </div>
      </Radio.Group>
      <TopicTicks value={draft.topics} onChange={(topics) => change({ topics })} />
      <LevelChoice
        label={t('events.least_level')}
        none={t('part.any')}
        value={draft.comfortLevel}
        onChange={(comfortLevel) => change({ comfortLevel })}
      />
      <Homes draft={draft} change={change} />
      {(['ageFrom', 'ageTo'] as const).map((field) => (
        <TextInput
          key={field}
          type="number"
          className="short"
          min={0}
          max={120}
          label={t(field === 'ageFrom' ? 'events.age_from' : 'events.age_to')}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
