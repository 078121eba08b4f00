import { Fieldset, Radio, TextInput } from '@mantine/core';
import { useT } from '../../words.ts';

/** Where a random sample starts from when it is first chosen. */
const firstSize = 300;

interface SampleFormProps {
  size: number | null;
  onChange: (size: number | null) => void;
}

/** Everyone, or so many picked at random. */
export function SampleForm({ size, onChange }: SampleFormProps) {
  const t = useT();
  return (
    <Fieldset legend={t('who.how_many')} className="stack">
      <Radio.Group
        label={t('setup.sample')}
        value={size === null ? 'all' : 'some'}
        onChange={(value) => onChange(value === 'all' ? null : firstSize)}
      >
        <div className="ticks">
          <Radio value="all" label={t('setup.everyone')} />
          <Radio value="some" label={t('who.random')} />
        </div>
      </Radio.Group>
      {size === null ? null : (
        <TextInput
          type="number"
          min={1}
          className="short"
          label={t('who.size')}
          value={size === 0 ? '' : size}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      )}
    </Fieldset>
  );
}
