import { Radio, TextInput } from '@mantine/core';
import type { Sampling } from '../../../../surveys/fieldwork/sampling-design.ts';
import { type GroupedSampling, isGrouped, samplingOf } from '../../../../surveys/fieldwork/sampling-design.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { type Check, type Plan, useCheck } from './plan.ts';

type Stratum = Check['strata'][number];

/** A table longer than this is not filled in by hand. */
const mostShown = 60;

interface StrataProps {
  id: string;
  plan: Plan;
  onChange: (sampling: Sampling) => void;
}

/** The numbers written for groups: how many to ask, or how many answers are wanted. Null is in proportion. */
const numbersOf = (design: GroupedSampling) => (design.method === 'quota' ? design.targets : design.numbers);
const withNumbers = (design: GroupedSampling, numbers: Record<string, number> | null): Sampling =>
  design.method === 'quota' ? { ...design, targets: numbers ?? {} } : { ...design, numbers };

function columns(t: Translate, design: GroupedSampling, onChange: (sampling: Sampling) => void): Column<Stratum>[] {
  const numbers = numbersOf(design);
  const head = t(design.method === 'quota' ? 'design.target' : 'design.asked');
  const typed: Column<Stratum> = {
    key: 'number',
    head,
    cell: ({ name }) => (
      <TextInput
        type="number"
        min={0}
        className="short"
        aria-label={t('design.number_of', { what: head, group: name })}
        value={numbers?.[name] ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { [name]: _, ...others } = numbers ?? {};
          onChange(withNumbers(design, value === '' ? others : { ...others, [name]: Number(value) }));
        }}
      />
    ),
  };
  const asked: Column<Stratum> = {
    key: 'asked',
    head: t('design.asked'),
    figures: true,
    cell: (row) => sayNumber(row.asked),
  };
  return [
    { key: 'group', head: t('design.group'), cell: ({ name }) => name },
    { key: 'eligible', head: t('design.eligible'), figures: true, cell: ({ eligible }) => sayNumber(eligible) },
    ...(design.method === 'quota' || numbers === null ? [asked] : []),
    ...(numbers === null ? [] : [typed]),
  ];
}

/** The groups of the design as the register has them, with how many of each. */
export function StrataForm({ id, plan, onChange }: StrataProps) {
  const t = useT();
  const { data } = useCheck(id);
  const design = samplingOf({ sampling: plan.sampling ?? null, sampleSize: plan.sampleSize });
  if (!data || data.strata.length === 0 || !isGrouped(design)) return null;
  const { strata } = data;
  const inProportion = () => Object.fromEntries(strata.map(({ name, asked }) => [name, asked]));
  return (
    <section className="stack">
      {design.method === 'stratified' ? (
        <Radio.Group
          label={t('design.numbers')}
          value={design.numbers === null ? 'proportional' : 'chosen'}
          onChange={(how) => onChange({ ...design, numbers: how === 'chosen' ? inProportion() : null })}
        >
          <div className="ticks">
            <Radio value="proportional" label={t('design.proportional')} />
            <Radio value="chosen" label={t('design.chosen')} />
          </div>
        </Radio.Group>
      ) : null}
      <DataTable
        caption={t('design.caption')}
        columns={columns(t, design, onChange)}
        rows={strata.slice(0, mostShown)}
        rowKey={({ name }) => name}
      />
      {strata.length > mostShown ? (
        <p>{t('design.most_groups', { shown: mostShown, all: sayNumber(strata.length) })}</p>
      ) : null}
    </section>
  );
}
