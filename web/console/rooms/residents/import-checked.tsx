import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { GoButton } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { ResidentsFile } from './import.tsx';
import { Rejects } from './import-rejects.tsx';

export type Found = Answer<'POST /api/v1/residents/import'>;

const kinds = ['new', 'changed', 'unchanged', 'rejected'] as const;

function Counts({ found }: { found: Found }) {
  const t = useT();
  return (
    <dl className="facts">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`import.${kind}`)}</dt>
          <dd>{sayNumber(found.counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Applied({ found }: { found: Found }) {
  const t = useT();
  return (
    <div className="note note-good">
      <p>{t('import.applied', { count: found.counts.new + found.counts.changed })}</p>
      <GoButton to="/residents">{t('import.see')}</GoButton>
    </div>
  );
}

interface CheckedFileProps {
  file: ResidentsFile;
  found: Found;
}

/** What a file would do: counts, the rows that cannot be used, and the button that does it. */
export function CheckedFile({ file, found }: CheckedFileProps) {
  const t = useT();
  const [skipBroken, setSkipBroken] = useState(false);
  const apply = useChange('POST /api/v1/residents/import');
  const changes = found.counts.new + found.counts.changed;
  const blocked = found.counts.rejected > 0 && !skipBroken;
  const press = () =>
    apply.mutate(
      { query: { filename: file.filename }, body: { csv: file.csv, apply: true, skipBroken } },
      { onSuccess: () => announce(t('import.applied', { count: changes })) },
    );
  if (apply.data?.applied) return <Applied found={apply.data} />;
  return (
    <section aria-labelledby="checked" className="stack">
      <h2 id="checked">{t('import.checked', { name: file.filename, rows: sayNumber(found.rows) })}</h2>
      <Counts found={found} />
      {found.rejects.length > 0 ? <Rejects file={file} found={found} /> : null}
      {found.counts.rejected > 0 ? (
        <Checkbox
          label={t('import.skip', { count: found.counts.rejected })}
          checked={skipBroken}
          onChange={(event) => setSkipBroken(event.currentTarget.checked)}
        />
      ) : null}
      {changes === 0 ? <p>{t('import.no_changes')}</p> : null}
      {changes > 0 && blocked ? <p>{t('import.blocked')}</p> : null}
      {changes > 0 && !blocked ? (
        <div className="acts">
          <Button variant="filled" onClick={press} aria-disabled={apply.isPending}>
            {apply.isPending ? t('busy') : t('import.apply', { count: changes })}
          </Button>
          <span>{t('import.nothing_yet')}</span>
        </div>
      ) : null}
      <ErrorNote error={apply.error} />
    </section>
  );
}
