import { NativeSelect, TextInput } from '@mantine/core';
import { ErrorNote } from '../../parts/error-note.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { type Plan, usePlan, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';

const days = ['opensOn', 'closesOn', 'resultsOn', 'actionOn'] as const;
const optional: readonly (keyof Plan)[] = ['resultsOn', 'actionOn'];

/** Questionnaires to choose from, with their newest version. */
export function useQuestionnaires() {
  const t = useT();
  const { data } = useApi('GET /api/v1/questionnaires');
  return (data?.items ?? []).map(({ id, name, version }) => ({
    value: id,
    label: version === null ? t('plan.unpublished', { name }) : t('setup.version', { name, number: version }),
  }));
}

function What({ wave }: { wave: Wave }) {
  const t = useT();
  const questionnaires = useQuestionnaires();
  const { plan, change, savedAt, saving, error } = usePlan(wave);
  return (
    <form className="stack narrow" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label={t('plan.name')}
        value={plan.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('setup.questionnaire')}
        value={plan.questionnaireId}
        onChange={(event) => change({ questionnaireId: event.currentTarget.value })}
        data={[{ value: '', label: t('plan.choose') }, ...questionnaires]}
      />
      {days.map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`plan.${name}`)}
          description={optional.includes(name) ? t('plan.may_be_empty') : undefined}
          value={plan[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value || null })}
        />
      ))}
      <ErrorNote error={error} />
      <SaveState saving={saving} savedAt={savedAt} />
    </form>
  );
}

/** The wave's name, its questionnaire and its dates. */
export default function WhatRoom() {
  return <PlanPage title={useT()('plan.task.what')}>{(wave) => <What key={wave.id} wave={wave} />}</PlanPage>;
}
