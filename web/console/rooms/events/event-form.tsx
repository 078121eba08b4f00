import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { eventKinds } from '../../../../surveys/groups/event.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useT } from '../../words.ts';
import type { EventDraft } from './draft.ts';
import { HowMany } from './how-many.tsx';
import { WhoCouldBe } from './who-could-be.tsx';

export interface PartProps {
  draft: EventDraft;
  change: (part: Partial<EventDraft>) => void;
}

interface EventFormProps {
  start: EventDraft;
  busy: boolean;
  error: unknown;
  onDraw: (draft: EventDraft) => void;
}

/** When and where, of something that is once. */
function Occasion({ draft, change }: PartProps) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('events.name')}
        description={t('events.name_hint')}
        required
        withAsterisk={false}
        maxLength={120}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        className="short"
        label={t('events.held_on')}
        required
        withAsterisk={false}
        value={draft.heldOn}
        onChange={(event) => change({ heldOn: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        className="short"
        label={t('events.starts_at')}
        value={draft.startsAt}
        onChange={(event) => change({ startsAt: event.currentTarget.value })}
      />
      <TextInput
        label={t('events.place')}
        required
        withAsterisk={false}
        maxLength={200}
        value={draft.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
    </>
  );
}

function Asked({ draft, change }: PartProps) {
  const t = useT();
  return (
    <>
      {draft.groupId === '' ? null : (
        <Radio.Group
          label={t('events.kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind: eventKinds.find((one) => one === kind) ?? 'join' })}
        >
          <div className="ticks">
            {eventKinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`events.kind_${kind}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {draft.kind === 'focus_group' ? <Occasion draft={draft} change={change} /> : null}
      <Textarea
        label={t('events.about')}
        description={t('events.about_hint')}
        rows={3}
        maxLength={1000}
        value={draft.about}
        onChange={(event) => change({ about: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        className="short"
        label={t('events.reply_by')}
        required
        withAsterisk={false}
        value={draft.replyBy}
        onChange={(event) => change({ replyBy: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('events.purpose')}
        value={draft.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value === 'research' ? 'research' : 'service' })}
        data={(['service', 'research'] as const).map((one) => ({ value: one, label: t(`events.purpose_${one}`) }))}
      />
    </>
  );
}

/** What people are asked to, who could be asked, and how many are drawn. */
export function EventForm({ start, busy, error, onDraw }: EventFormProps) {
  const t = useT();
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<EventDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDraw(draft);
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <Asked draft={draft} change={change} />
      <h2>{t('events.who')}</h2>
      <WhoCouldBe draft={draft} change={change} />
      <h2>{t('events.draw')}</h2>
      <HowMany draft={draft} change={change} />
      <ErrorNote error={error} />
      <p>{t('events.nothing_sent')}</p>
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={busy}>
          {busy ? t('busy') : t('events.draw_act')}
        </Button>
      </div>
    </form>
  );
}
