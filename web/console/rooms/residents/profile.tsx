import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import './profile.css';

type Part = Answer<'GET /api/v1/residents/{id}/profile'>['fields'][number];

const sources = ['core', 'survey', 'staff', 'import', 'preferences'] as const;
const sourceWords = (source: string, t: Translate): string => {
  const known = sources.find((each) => each === source);
  return known ? t(`profile.source_${known}`) : source;
};

function Change({ residentId, part }: { residentId: string; part: Part }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useChange('PUT /api/v1/residents/{id}/profile/{field}');
  const close = () => setChosen(null);
  const save = () => {
    const done = () => {
      close();
      announce(t('profile.saved', { what: part.name }));
    };
    const code = chosen === '' ? null : chosen;
    change.mutate({ params: { id: residentId, field: part.field }, body: { code } }, { onSuccess: done });
  };
  const options = part.options.map(({ code, label }) => ({ value: code, label }));
  return (
    <>
      <Button onClick={() => setChosen(part.code ?? '')}>
        {t('settings.change')} <span className="unseen">{part.name}</span>
      </Button>
      <ConfirmDialog
        open={chosen !== null}
        title={part.name}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <NativeSelect
          label={t('profile.they_say')}
          description={t('profile.only_theirs')}
          value={chosen ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: t('profile.unknown') },
            ...options,
            { value: 'prefer_not_to_say', label: t('profile.declined') },
          ]}
        />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}

function Row({ residentId, part }: { residentId: string; part: Part }) {
  const t = useT();
  const words = part.state === 'known' ? part.label : t(`profile.${part.state}`);
  return (
    <div className="profile-row">
      <dt>{part.name}</dt>
      <dd>
        <span className={part.state === 'unknown' ? 'soft' : undefined}>{words}</span>
        {part.source !== null && part.asAt !== null ? (
          <span className="soft">
            {' '}
            {t('profile.from', { source: sourceWords(part.source, t), day: sayDay(part.asAt) })}
          </span>
        ) : null}
      </dd>
      <dd>
        <Change residentId={residentId} part={part} />
      </dd>
    </div>
  );
}

function Shown({ residentId }: { residentId: string }) {
  const t = useT();
  const query = useApi('GET /api/v1/residents/{id}/profile', { params: { id: residentId } });
  return (
    <Loaded query={query} what={t('profile.what')}>
      {({ fields }) => (
        <dl className="profile">
          {fields.map((part) => (
            <Row key={part.field} residentId={residentId} part={part} />
          ))}
        </dl>
      )}
    </Loaded>
  );
}

/** What a resident says of themselves: nothing is read until it is asked for, and every reading is recorded. */
export function Profile({ residentId }: { residentId: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{t('profile.title')}</h2>
      <Button onClick={() => setOpen(!open)} aria-expanded={open}>
        {t(open ? 'profile.hide' : 'profile.show')}
      </Button>
      {open ? <Shown residentId={residentId} /> : null}
    </section>
  );
}
