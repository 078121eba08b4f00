import { Button, Fieldset, NativeSelect } from '@mantine/core';
import {
  type AudienceRule,
  audienceFields,
  type FieldCode,
  fieldCodes,
} from '../../../../surveys/fieldwork/audience-fields.ts';
import { announce } from '../../announce.tsx';
import { useT } from '../../words.ts';
import type { Plan } from './plan.ts';
import { ListRule, RangeRule, SinceRule } from './rule-fields.tsx';

type Audience = Plan['audience'];

/** A rule as it is typed: what is left out says nothing. */
export type Rule = Partial<AudienceRule> & { field: FieldCode };

export interface RuleProps {
  rule: Rule;
  onChange: (rule: Rule) => void;
}

const editors = { list: ListRule, range: RangeRule, since: SinceRule } as const;

function OneRule({ rule, onChange, onRemove }: RuleProps & { onRemove: () => void }) {
  const t = useT();
  const what = t(`rule.${rule.field}`);
  const Editor = editors[audienceFields[rule.field].kind];
  return (
    <li className="stack">
      <Editor rule={rule} onChange={onChange} />
      <p>
        <Button onClick={onRemove}>
          {t('rule.remove')} <span className="unseen">{what}</span>
        </Button>
      </p>
    </li>
  );
}

/** The "and ..." of the sentence: whatever the register holds but what we do not pick people by. */
export function RulesForm({ audience, onChange }: { audience: Audience; onChange: (audience: Audience) => void }) {
  const t = useT();
  const rules = audience.where ?? [];
  const set = (where: Rule[]) => onChange({ ...audience, where });
  const left = fieldCodes.filter((field) => !rules.some((rule) => rule.field === field));
  const remove = (field: FieldCode) => {
    set(rules.filter((rule) => rule.field !== field));
    announce(t('rule.removed', { what: t(`rule.${field}`) }));
  };
  return (
    <Fieldset legend={t('rule.legend')} className="stack">
      <p className="soft">{t('rule.not_offered')}</p>
      {rules.length === 0 ? null : (
        <ul className="plain stack">
          {rules.map((rule) => (
            <OneRule
              key={rule.field}
              rule={rule}
              onChange={(next) => set(rules.map((each) => (each.field === next.field ? next : each)))}
              onRemove={() => remove(rule.field)}
            />
          ))}
        </ul>
      )}
      {left.length === 0 ? null : (
        <NativeSelect
          label={t('rule.add')}
          value=""
          onChange={(event) => {
            const field = left.find((code) => code === event.currentTarget.value);
            if (field) set([...rules, { field }]);
          }}
          data={[
            { value: '', label: t('rule.choose') },
            ...left.map((field) => ({ value: field, label: t(`rule.${field}`) })),
          ]}
        />
      )}
    </Fieldset>
  );
}
