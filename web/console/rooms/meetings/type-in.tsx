import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';

const modes = ['telephone', 'post', 'in_person'] as const;

/** Types in a comment that came by telephone, letter or in person. */
export function TypeIn({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const { members, items } = meeting;
  const [said, setSaid] = useState({
    residentId: members[0]?.residentId ?? '',
    agendaItemId: '',
    mode: 'telephone' as (typeof modes)[number],
    words: '',
  });
  const add = useChange('POST /api/v1/meetings/{id}/comments');
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...said, agendaItemId: said.agendaItemId === '' ? null : said.agendaItemId };
    add.mutate({ params: { id: meeting.id }, body }, { onSuccess: () => announce(t('comments.added')) });
  };
  return (
    <section aria-labelledby="type-in">
      <h2 id="type-in">{t('comments.add_title')}</h2>
      <form onSubmit={submit} className="stack narrow">
        <NativeSelect
          label={t('comments.who')}
          value={said.residentId}
          onChange={(event) => change({ residentId: event.currentTarget.value })}
          data={members.map(({ residentId, name }) => ({ value: residentId, label: name }))}
        />
        <NativeSelect
          label={t('papers.about')}
          value={said.agendaItemId}
          onChange={(event) => change({ agendaItemId: event.currentTarget.value })}
          data={[
            { value: '', label: t('comments.no_item') },
            ...items.map(({ id, number, title }) => ({ value: id, label: t('papers.item', { number, title }) })),
          ]}
        />
        <Radio.Group
          label={t('comments.came_by')}
          value={said.mode}
          onChange={(mode) => change({ mode: modes.find((one) => one === mode) ?? 'telephone' })}
        >
          <div className="ticks">
            {modes.map((mode) => (
              <Radio key={mode} value={mode} label={t(`comments.mode_${mode}`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('comments.words')}
          required
          withAsterisk={false}
          rows={4}
          dir="auto"
          maxLength={20000}
          value={said.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <ErrorNote error={add.error} />
        <div className="acts">
          <Button type="submit" aria-disabled={add.isPending}>
            {add.isPending ? t('busy') : t('comments.add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
