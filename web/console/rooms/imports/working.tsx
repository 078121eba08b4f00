import { Button } from '@mantine/core';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Import } from './import.tsx';

/** How far the work is, in words and as a bar. It can be left, and stopped. */
export function Working({ one: { id, state, done, rows } }: { one: Import }) {
  const t = useT();
  const stop = useChange('POST /api/v1/residents/import/{id}/stop');
  const shape = state === 'applying' ? 'applying' : 'checking';
  const words =
    state === 'reading'
      ? t('imports.reading')
      : t(`imports.done.${shape}`, { done: sayNumber(done), rows: sayNumber(Math.max(rows, done)) });
  return (
    <section className="stack narrow" aria-labelledby="import-work">
      <p id="import-work">
        {words} {t('imports.leave')}
      </p>
      {state === 'reading' || rows === 0 ? (
        <progress className="bar" aria-labelledby="import-work" />
      ) : (
        <progress className="bar" aria-labelledby="import-work" value={Math.min(done, rows)} max={rows} />
      )}
      <p className="soft">{t('imports.all_or_nothing')}</p>
      <div className="acts">
        <Button onClick={() => stop.mutate({ params: { id } })} aria-disabled={stop.isPending}>
          {t('imports.stop')}
        </Button>
      </div>
      <ErrorNote error={stop.error} />
    </section>
  );
}
