import { Button } from '@mantine/core';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Said } from '../../parts/said.tsx';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { ResidentsFile } from './import.tsx';
import type { Found } from './import-checked.tsx';
import { rowsToMend } from './rows-to-mend.ts';

type Reject = Found['rejects'][number];
/** The page shows so many; the file has all. */
const shown = 200;

const columns = (t: Translate): Column<Reject>[] => [
  { key: 'row', head: t('import.row'), cell: ({ row }) => t('import.row_number', { row }) },
  { key: 'column', head: t('import.column'), cell: ({ column }) => column },
  { key: 'reason', head: t('messages.reason'), cell: ({ reason }) => <Said>{reason}</Said> },
  { key: 'value', head: t('import.value'), cell: ({ value }) => value },
];

function download(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The rows that cannot be used, each with its reason before its value, and a file of them to mend. */
export function Rejects({ file, found }: { file: ResidentsFile; found: Found }) {
  const t = useT();
  const { rejects } = found;
  const save = () => download(`to-fix-${file.filename}`, rowsToMend(file.csv, rejects, t('import.what_to_fix')));
  return (
    <>
      <DataTable
        caption={t('import.rejects', { count: rejects.length })}
        columns={columns(t)}
        rows={rejects.slice(0, shown)}
        rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
      />
      {rejects.length > shown ? <p>{t('import.first', { shown: sayNumber(shown) })}</p> : null}
      <p>
        <Button onClick={save}>{t('import.download')}</Button>
      </p>
    </>
  );
}
