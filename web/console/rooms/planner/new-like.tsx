import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { NameAndDates, type Named, namedToday } from './name-and-dates.tsx';

interface NewLikeProps {
  waves: readonly Answer<'GET /api/v1/waves'>['items'][number][];
}

/** The same questions, people and steps as a wave before, with a fresh sample. */
export function NewLike({ waves }: NewLikeProps) {
  const t = useT();
  const go = useGo();
  const [like, setLike] = useState(waves[0]?.id ?? '');
  const [named, setNamed] = useState<Named>(namedToday);
  const make = useChange('POST /api/v1/waves');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ body: { like, ...named } }, { onSuccess: ({ id }) => go(`/waves/${id}`) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <NativeSelect
        label={t('new.which')}
        value={like}
        onChange={(event) => setLike(event.currentTarget.value)}
        data={waves.map(({ id, name }) => ({ value: id, label: name }))}
      />
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
