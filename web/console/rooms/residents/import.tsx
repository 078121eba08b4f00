import { useState } from 'react';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { CheckedFile } from './import-checked.tsx';
import { ChooseFile } from './import-choose.tsx';

export interface ResidentsFile {
  filename: string;
  csv: string;
}

/** Brings in residents from a file: choose it, see what it would do, apply it or mend it. */
export default function Import() {
  const t = useT();
  const [file, setFile] = useState<ResidentsFile | null>(null);
  const check = useChange('POST /api/v1/residents/import');
  const chosen = (next: ResidentsFile) => {
    setFile(next);
    check.mutate({ query: { filename: next.filename }, body: { csv: next.csv } });
  };
  return (
    <Page title={t('import.title')}>
      <div className="stack">
        <ChooseFile onChoose={chosen} />
        {check.isPending ? <p>{t('import.checking')}</p> : null}
        <ErrorNote error={check.error} />
        {file && check.data ? <CheckedFile key={check.submittedAt} file={file} found={check.data} /> : null}
      </div>
    </Page>
  );
}
