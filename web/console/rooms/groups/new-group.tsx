import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useGo } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

const kinds = ['halo', 'panel'] as const;
const blank = { kind: 'halo' as (typeof kinds)[number], name: '', about: '' };

/** Makes a panel or a halo group, and goes there to add members. */
export function NewGroup() {
  const t = useT();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [group, setGroup] = useState(blank);
  const create = useChange('POST /api/v1/groups');
  const make = () => create.mutate({ body: group }, { onSuccess: ({ id }) => go(`/groups/${id}`) });
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('groups.new')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('groups.new')}
        act={t('groups.make')}
        busy={create.isPending}
        onDo={make}
        onLeave={() => setOpen(false)}
      >
        <Radio.Group
          label={t('groups.kind')}
          value={group.kind}
          onChange={(kind) => setGroup({ ...group, kind: kind === 'panel' ? 'panel' : 'halo' })}
        >
          <div className="ticks">
            {kinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`groups.kind_${kind}`)} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t('groups.name')}
          maxLength={120}
          value={group.name}
          onChange={(event) => setGroup({ ...group, name: event.currentTarget.value })}
        />
        <Textarea
          label={t('groups.about')}
          maxLength={1000}
          rows={3}
          value={group.about}
          onChange={(event) => setGroup({ ...group, about: event.currentTarget.value })}
        />
        <ErrorNote error={create.error} />
      </ConfirmDialog>
    </>
  );
}
