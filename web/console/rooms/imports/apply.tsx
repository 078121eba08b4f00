import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Import } from './import.tsx';

/** The button that applies what was found, with its number; what stands in its way, and what must be said first. */
export function Apply({ one: { id, counts } }: { one: Import }) {
  const t = useT();
  const [skipBroken, setSkipBroken] = useState(false);
  const [leavers, setLeavers] = useState(false);
  const apply = useChange('POST /api/v1/residents/import/{id}/apply');
  const stop = useChange('POST /api/v1/residents/import/{id}/stop');
  const changes = counts.new + counts.changed + (leavers ? counts.left : 0);
  const blocked = counts.rejected > 0 && !skipBroken;
  const press = () => apply.mutate({ params: { id }, body: { skipBroken, leavers } });
  return (
    <div className="stack">
      {counts.rejected > 0 ? (
        <Checkbox
          label={t('imports.skip', { count: counts.rejected })}
          checked={skipBroken}
          onChange={(event) => setSkipBroken(event.currentTarget.checked)}
        />
      ) : null}
      {counts.left > 0 ? (
        <Checkbox
          label={t('imports.mark_left', { count: counts.left })}
          description={t('imports.mark_left_about')}
          checked={leavers}
          onChange={(event) => setLeavers(event.currentTarget.checked)}
        />
      ) : null}
      {changes === 0 ? <p>{t('imports.no_changes')}</p> : null}
      {changes > 0 && blocked ? <p>{t('imports.blocked')}</p> : null}
      <div className="acts">
        {changes > 0 && !blocked ? (
          <Button variant="filled" onClick={press} aria-disabled={apply.isPending}>
            {apply.isPending ? t('busy') : t('imports.apply', { count: changes })}
          </Button>
        ) : null}
        <Button onClick={() => stop.mutate({ params: { id } })}>{t('imports.do_not')}</Button>
        <span>{t('imports.nothing_changed')}</span>
      </div>
      <ErrorNote error={apply.error ?? stop.error} />
    </div>
  );
}
