import { Checkbox, Fieldset, Radio, TextInput } from '@mantine/core';
import { defaultMostAsked } from '../../../../surveys/fieldwork/audience.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';
import type { Plan } from './plan.ts';

type Audience = Plan['audience'];

interface AudienceFormProps {
  audience: Audience;
  onChange: (audience: Audience) => void;
}

interface NamesProps {
  legend: string;
  none: string;
  names: readonly { code: string; label: string; count: number }[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

function Names({ legend, none, names, chosen, onChoose }: NamesProps) {
  return (
    <Checkbox.Group label={legend} description={none} value={[...chosen]} onChange={onChoose}>
      <div className="ticks">
        {names.map(({ code, label, count }) => (
          <Checkbox key={code} value={code} label={`${label} (${sayNumber(count)})`} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Panels({ audience, onChange }: AudienceFormProps) {
  const t = useT();
  const panels = useApi('GET /api/v1/panels');
  return (
    <Loaded query={panels} what={t('who.what_panels')}>
      {({ items }) => (
        <Radio.Group
          label={t('who.from')}
          value={audience.panelId ?? ''}
          onChange={(panelId) => onChange({ ...audience, panelId: panelId === '' ? null : panelId })}
        >
          <div className="ticks">
            <Radio value="" label={t('who.residents')} />
            {items.map(({ id, name, members }) => (
              <Radio key={id} value={id} label={`${name} (${sayNumber(members)})`} />
            ))}
          </div>
        </Radio.Group>
      )}
    </Loaded>
  );
}

/** However the days fall, so many waves at most; empty is no limit. */
function MostAsked({ audience, onChange }: AudienceFormProps) {
  const t = useT();
  const most = audience.mostAsked ?? null;
  const days = most?.days ?? defaultMostAsked.days;
  const set = (times: number) => onChange({ ...audience, mostAsked: times === 0 ? null : { times, days } });
  return (
    <TextInput
      type="number"
      min={1}
      max={50}
      className="short"
      label={t('who.most')}
      description={t('who.most_what', { days })}
      value={most?.times ?? ''}
      onChange={(event) => set(Number(event.currentTarget.value))}
    />
  );
}

/** "Residents in [Elm, Oak] with tenure [general needs]": no query language. */
export function AudienceForm({ audience, onChange }: AudienceFormProps) {
  const t = useT();
  const facets = useApi('GET /api/v1/residents/facets');
  const label = ({ code, count }: { code: string; count: number }) => ({ code, count, label: code });
  return (
    <Fieldset legend={t('who.legend')} className="stack">
      <Panels audience={audience} onChange={onChange} />
      <Loaded query={facets} what={t('who.what_areas')}>
        {({ areas, tenures }) => (
          <>
            <Names
              legend={t('who.areas')}
              none={t('who.no_areas')}
              names={areas.map(label)}
              chosen={audience.areas ?? []}
              onChoose={(chosen) => onChange({ ...audience, areas: chosen })}
            />
            <Names
              legend={t('who.tenures')}
              none={t('who.no_tenures')}
              names={tenures.map((tenure) => ({ ...tenure, label: wordOf('tenure', tenure.code) }))}
              chosen={audience.tenures ?? []}
              onChoose={(chosen) => onChange({ ...audience, tenures: chosen })}
            />
          </>
        )}
      </Loaded>
      <TextInput
        type="number"
        min={0}
        max={365}
        className="short"
        label={t('who.rest')}
        description={t('who.rest_what')}
        value={audience.restDays ?? ''}
        onChange={(event) => onChange({ ...audience, restDays: Number(event.currentTarget.value) })}
      />
      <TextInput
        type="number"
        min={0}
        max={365}
        className="short"
        label={t('rests.service')}
        description={t('rests.service_what')}
        value={audience.serviceRestDays ?? ''}
        onChange={(event) => onChange({ ...audience, serviceRestDays: Number(event.currentTarget.value) })}
      />
      <MostAsked audience={audience} onChange={onChange} />
    </Fieldset>
  );
}
