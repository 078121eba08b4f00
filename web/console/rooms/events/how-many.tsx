import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { balanceFields } from '../../../../surveys/groups/event.ts';
import { useT } from '../../words.ts';
import type { PartProps } from './event-form.tsx';

const numbers = [
  { field: 'places', word: 'events.places', min: 1, max: 200 },
  { field: 'reserves', word: 'events.reserves', min: 0, max: 200 },
  { field: 'restDays', word: 'events.rest', min: 0, max: 365 },
] as const;

/** How many are drawn, and by what the draw is balanced. */
export function HowMany({ draft, change }: PartProps) {
  const t = useT();
  return (
    <>
      {numbers.map(({ field, word, min, max }) => (
        <TextInput
          key={field}
          type="number"
          className="short"
          required
          withAsterisk={false}
          min={min}
          max={max}
          label={t(word)}
          value={draft[field]}
          onChange={(event) => change({ [field]: Number(event.currentTarget.value) })}
        />
      ))}
      <Checkbox.Group
        label={t('events.balance')}
        description={t('events.balance_hint')}
        value={draft.balance}
        onChange={(chosen) => change({ balance: balanceFields.filter((one) => chosen.includes(one)) })}
      >
        <div className="ticks">
          {balanceFields.map((field) => (
            <Checkbox key={field} value={field} label={t(`events.field_${field}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {draft.balance.includes('age') ? (
        <NativeSelect
          label={t('events.chosen')}
          value={draft.equalAges ? 'equal' : 'people'}
          onChange={(event) => change({ equalAges: event.currentTarget.value === 'equal' })}
          data={(['people', 'equal'] as const).map((one) => ({ value: one, label: t(`events.chosen_${one}`) }))}
        />
      ) : null}
    </>
  );
}
