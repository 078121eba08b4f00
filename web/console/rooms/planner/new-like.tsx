import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { useGo, useQueryParam } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { NameAndDates, type Named } from './name-and-dates.tsx';

type Next = Answer<'GET /api/v1/waves/{id}/next'>;

interface NewLikeProps {
  waves: readonly Answer<'GET /api/v1/waves'>['items'][number][];
}

/** The name and days of the next one, as its campaign's rhythm has them, to be changed or taken. */
function NextOne({ like, next }: { like: string; next: Next }) {
  const t = useT();
  const go = useGo();
  const { name, opensOn, closesOn, moved, leavesOut } = next;
  const [named, setNamed] = useState<Named>({ name, opensOn, closesOn });
  const make = useChange('POST /api/v1/waves');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ body: { like, ...named } }, { onSuccess: ({ id }) => go(`/waves/${id}`) });
  };
  const fresh = leavesOut === 'nobody' ? t('new.leaves_nobody') : t('new.leaves_out', { whom: leavesOut });
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        {t('new.kept')} {fresh}
      </p>
      {moved === null ? null : (
        <p>
          <Said>{moved}</Said>
        </p>
      )}
      <NameAndDates named={named} onChange={setNamed} />
      <ErrorNote error={make.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={make.isPending}>
          {t('new.act')}
        </Button>
      </div>
    </form>
  );
}

/** The same questions, people and steps as a wave before, with a fresh sample. */
export function NewLike({ waves }: NewLikeProps) {
  const t = useT();
  const [asked, choose] = useQueryParam('like');
  const like = waves.some(({ id }) => id === asked) ? asked : (waves[0]?.id ?? '');
  const next = useApi('GET /api/v1/waves/{id}/next', { params: { id: like } });
  return (
    <div className="stack">
      <NativeSelect
        label={t('new.which')}
        value={like}
        onChange={(event) => choose(event.currentTarget.value)}
        data={waves.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Loaded query={next} what={t('plan.what')}>
        {(found) => <NextOne key={like} like={like} next={found} />}
      </Loaded>
    </div>
  );
}
