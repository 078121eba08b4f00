import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { replies } from '../../../../surveys/groups/event.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

const modes = ['telephone', 'post', 'in_person'] as const;

interface TypeReplyProps {
  event: { id: string };
  person: { id: string; name: string };
}

/** Types in what somebody said to an invitation by telephone, letter or in person. */
export function TypeReply({ event, person: { id, name } }: TypeReplyProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState({
    reply: 'yes' as (typeof replies)[number],
    mode: 'telephone' as (typeof modes)[number],
  });
  const save = useChange('POST /api/v1/events/{id}/people/{personId}/reply');
  const done = () => {
    setOpen(false);
    announce(t('events.typed', { name }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('events.type_in')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('events.type_title', { name })}
        act={t('events.type_act')}
        busy={save.isPending}
        onDo={() => save.mutate({ params: { id: event.id, personId: id }, body: said }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <Radio.Group
          label={t('events.reply')}
          value={said.reply}
          onChange={(reply) => setSaid({ ...said, reply: replies.find((one) => one === reply) ?? 'maybe' })}
        >
          <div className="ticks">
            {replies.map((reply) => (
              <Radio key={reply} value={reply} label={t(`events.reply_${reply}`)} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('events.came_by')}
          value={said.mode}
          onChange={(mode) => setSaid({ ...said, mode: modes.find((one) => one === mode) ?? 'telephone' })}
        >
          <div className="ticks">
            {modes.map((mode) => (
              <Radio key={mode} value={mode} label={t(`comments.mode_${mode}`)} />
            ))}
          </div>
        </Radio.Group>
        <ErrorNote error={save.error} />
      </ConfirmDialog>
    </>
  );
}
