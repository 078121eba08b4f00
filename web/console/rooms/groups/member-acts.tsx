import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { plusDays } from '../../../../surveys/fieldwork/dates.ts';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';

type Group = Answer<'GET /api/v1/groups/{id}'>;

export interface MemberProps {
  group: Group;
  member: Group['list'][number];
}

/** As long as people rest from a monthly group. */
const usualBreakDays = 90;

/** A break from a group until a day, or its end. */
export function Pause({ group, member: { residentId, name, pausedUntil } }: MemberProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState(plusDays(today(), usualBreakDays));
  const pause = useChange('POST /api/v1/groups/{id}/members/{residentId}/pause');
  const params = { id: group.id, residentId };
  if (pausedUntil !== null) {
    const back = () => announce(t('members.backed', { name }));
    return (
      <Button onClick={() => pause.mutate({ params, body: { until: null } }, { onSuccess: back })}>
        {t('members.back')} <span className="unseen">{name}</span>
      </Button>
    );
  }
  const done = () => {
    setOpen(false);
    announce(t('members.paused', { name }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('members.pause')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('members.pause_title', { name })}
        act={t('members.pause_act', { name })}
        busy={pause.isPending}
        onDo={() => pause.mutate({ params, body: { until } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('members.pause_what')}</p>
        <TextInput
          type="date"
          className="short"
          label={t('members.pause_until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <ErrorNote error={pause.error} />
      </ConfirmDialog>
    </>
  );
}

/** When a member's term is over. */
export function Term({ group, member: { residentId, name, termEndsOn } }: MemberProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [endsOn, setEndsOn] = useState(termEndsOn ?? '');
  const save = useChange('PUT /api/v1/groups/{id}/members/{residentId}/term');
  const done = () => {
    setOpen(false);
    announce(t('members.term_saved', { name }));
  };
  const params = { id: group.id, residentId };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('members.term')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('members.term_title', { name })}
        act={t('members.term_act')}
        busy={save.isPending}
        onDo={() => save.mutate({ params, body: { endsOn: endsOn || null } }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('members.term_what')}</p>
        <TextInput
          type="date"
          className="short"
          label={t('members.term_ends')}
          value={endsOn}
          onChange={(event) => setEndsOn(event.currentTarget.value)}
        />
        <ErrorNote error={save.error} />
      </ConfirmDialog>
    </>
  );
}
