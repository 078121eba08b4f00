import { Checkbox, TextInput } from '@mantine/core';
import { digitalCodes, type FieldCode, lastWaveCodes } from '../../../../surveys/fieldwork/audience-fields.ts';
import type { Answer } from '../../../shared/api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT, type Word, wordOf } from '../../words.ts';
import type { RuleProps } from './rules-form.tsx';

type Choice = Answer<'GET /api/v1/audience/choices'>['items'][number];
interface Option {
  code: string;
  label: string;
}

/** Codes that are ours and not the register's. */
const own: Partial<Record<FieldCode, readonly string[]>> = {
  way: ['email', 'sms', 'post'],
  digital: digitalCodes,
  last_wave: lastWaveCodes,
};

const labels: Partial<Record<FieldCode, (t: Translate, code: string) => string>> = {
  way: (t, code) => t(`channel.${code}` as Word),
  digital: (t, code) => t(`rule.${code}` as Word),
  last_wave: (t, code) => t(`rule.${code}` as Word),
  format: (t, code) => t(`format.${code}` as Word),
  interest: (t, code) => t(`topic.${code}` as Word),
  language: (_, code) => wordOf('tongue', code),
};

function optionsOf(field: FieldCode, choices: readonly Choice[], t: Translate): Option[] {
  const label = (code: string) => labels[field]?.(t, code) ?? code.replaceAll('_', ' ');
  const codes = own[field];
  if (codes) return codes.map((code) => ({ code, label: label(code) }));
  return choices
    .filter((choice) => choice.field === field)
    .map(({ code, label: name, count }) => ({ code, label: `${name ?? label(code)} (${sayNumber(count)})` }));
}

/** Some of a list, ticked. */
export function ListRule({ rule, onChange }: RuleProps) {
  const t = useT();
  const choices = useApi('GET /api/v1/audience/choices');
  return (
    <Loaded query={choices} what={t('who.what_areas')}>
      {({ items }) => (
        <Checkbox.Group
          label={t(`rule.${rule.field}`)}
          description={t('rule.any')}
          value={rule.codes ?? []}
          onChange={(codes) => onChange({ ...rule, codes })}
        >
          <div className="ticks">
            {optionsOf(rule.field, items, t).map(({ code, label }) => (
              <Checkbox key={code} value={code} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </Loaded>
  );
}

const numberOf = (text: string) => (text === '' ? null : Number(text));

/** Whole numbers from, to; either may be left empty. */
export function RangeRule({ rule, onChange }: RuleProps) {
  const t = useT();
  return (
    <fieldset className="bare">
      <legend>{t(`rule.${rule.field}`)}</legend>
      <div className="acts">
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="number"
            min={0}
            max={150}
            className="short"
            label={t(`rule.${end}`)}
            value={rule[end] ?? ''}
            onChange={(event) => onChange({ ...rule, [end]: numberOf(event.currentTarget.value) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** On or after a day. */
export function SinceRule({ rule, onChange }: RuleProps) {
  const t = useT();
  return (
    <TextInput
      type="date"
      label={t(`rule.${rule.field}`)}
      description={t('rule.since')}
      value={rule.since ?? ''}
      onChange={(event) => onChange({ ...rule, since: event.currentTarget.value || null })}
    />
  );
}
