import { Fieldset, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type Sampling, type SamplingMethod, samplingOf } from '../../../../surveys/fieldwork/sampling-design.ts';
import { type StrataField, strataFields } from '../../../../surveys/fieldwork/strata.ts';
import { useT } from '../../words.ts';
import type { Plan } from './plan.ts';

/** Where a sample starts from when it is first chosen. */
const firstSize = 300;
const firstPercent = 10;

const sizeIn = (design: Sampling) => ('size' in design ? design.size : firstSize);
const byIn = (design: Sampling): StrataField[] => ('by' in design ? design.by : ['area']);

/** Each way of drawing, in the order offered, with what it starts from. */
const methods: Record<SamplingMethod, (before: Sampling) => Sampling> = {
  everyone: () => ({ method: 'everyone' }),
  random: (before) => ({ method: 'random', size: sizeIn(before) }),
  share: () => ({ method: 'share', percent: firstPercent }),
  stratified: (before) => ({ method: 'stratified', size: sizeIn(before), by: byIn(before), numbers: null }),
  quota: (before) => ({ method: 'quota', size: sizeIn(before), by: byIn(before), targets: {} }),
};
const codes = Object.keys(methods) as SamplingMethod[];
const words = {
  everyone: 'setup.everyone',
  random: 'who.random',
  share: 'design.share',
  stratified: 'design.stratified',
  quota: 'design.quota',
} as const;

interface DesignProps {
  design: Sampling;
  onChange: (design: Sampling) => void;
}

function NumberField(props: { label: string; value: number; most?: number; onChange: (value: number) => void }) {
  const { label, value, most, onChange } = props;
  return (
    <TextInput
      type="number"
      min={1}
      max={most}
      className="short"
      label={label}
      value={value === 0 ? '' : value}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

/** One or two things to group people by; numbers chosen for other groups are dropped. */
function GroupedBy({ design, onChange }: DesignProps) {
  const t = useT();
  if (!('by' in design)) return null;
  const [first = 'area', second] = design.by;
  const set = (by: StrataField[]) =>
    onChange(design.method === 'quota' ? { ...design, by, targets: {} } : { ...design, by, numbers: null });
  const field = (value: string) => strataFields.find((code) => code === value);
  const options = (but?: string) =>
    strataFields.filter((code) => code !== but).map((code) => ({ value: code, label: t(`design.by_${code}`) }));
  return (
    <>
      <NativeSelect
        label={t('design.by')}
        value={first}
        onChange={(event) => set([field(event.currentTarget.value) ?? first])}
        data={options()}
      />
      <NativeSelect
        label={t('design.and_by')}
        value={second ?? ''}
        onChange={(event) => {
          const chosen = field(event.currentTarget.value);
          set(chosen ? [first, chosen] : [first]);
        }}
        data={[{ value: '', label: t('design.no_second') }, ...options(first)]}
      />
      {design.method === 'quota' ? <p>{t('design.quota_what')}</p> : null}
    </>
  );
}

/** Everyone, so many or a share at random, or by group. */
export function SampleForm({ plan, onChange }: { plan: Plan; onChange: (sampling: Sampling) => void }) {
  const t = useT();
  const design = samplingOf({ sampling: plan.sampling ?? null, sampleSize: plan.sampleSize });
  const choose = (value: string) => {
    const method = codes.find((code) => code === value);
    if (method) onChange(methods[method](design));
  };
  return (
    <Fieldset legend={t('who.how_many')} className="stack">
      <Radio.Group label={t('setup.sample')} value={design.method} onChange={choose}>
        <div className="ticks">
          {codes.map((code) => (
            <Radio key={code} value={code} label={t(words[code])} />
          ))}
        </div>
      </Radio.Group>
      {'size' in design ? (
        <NumberField label={t('who.size')} value={design.size} onChange={(size) => onChange({ ...design, size })} />
      ) : null}
      {design.method === 'share' ? (
        <NumberField
          label={t('design.percent')}
          value={design.percent}
          most={100}
          onChange={(percent) => onChange({ ...design, percent })}
        />
      ) : null}
      <GroupedBy design={design} onChange={onChange} />
    </Fieldset>
  );
}
