import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Given } from '../../../shared/api.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useT } from '../../words.ts';
import type { AgendaItem } from './agenda.ts';
import { AgendaItems } from './agenda-items.tsx';

type Body = Given<'POST /api/v1/groups/{id}/meetings'>['body'];
export type MeetingPlan = Required<Omit<Body, 'items'>> & { items: AgendaItem[] };

interface PlanFormProps {
  start: MeetingPlan;
  act: string;
  busy: boolean;
  error: unknown;
  onSave: (plan: Body) => void;
}

const dates = ['heldOn', 'commentsBy'] as const;

/** The name, days, place and agenda of a meeting. */
export function PlanForm({ start, act, busy, error, onSave }: PlanFormProps) {
  const t = useT();
  const [plan, setPlan] = useState(start);
  const change = (part: Partial<MeetingPlan>) => setPlan({ ...plan, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...plan, items: plan.items.map(({ title, summary }) => ({ title, summary })) });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <TextInput
        label={t('meeting.title')}
        description={t('meeting.title_hint')}
        required
        withAsterisk={false}
        maxLength={160}
        value={plan.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {dates.map((field) => (
        <TextInput
          key={field}
          type="date"
          className="short"
          label={t(field === 'heldOn' ? 'meeting.held_on' : 'meeting.comments_by')}
          required
          withAsterisk={false}
          value={plan[field]}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={t('meeting.place')}
        maxLength={200}
        value={plan.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <AgendaItems items={plan.items} onChange={(items) => change({ items })} />
      <ErrorNote error={error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={busy}>
          {busy ? t('busy') : act}
        </Button>
      </div>
    </form>
  );
}
