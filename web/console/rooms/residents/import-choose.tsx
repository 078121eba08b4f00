import { useId, useState } from 'react';
import { useT } from '../../words.ts';
import type { ResidentsFile } from './import.tsx';

/** Files that are not UTF-8 come from older spreadsheets on Windows. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The file box. Choosing a file checks it; the same file can be chosen again after it was mended. */
export function ChooseFile({ onChoose }: { onChoose: (file: ResidentsFile) => void }) {
  const t = useT();
  const id = useId();
  const [unread, setUnread] = useState(false);
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      onChoose({ filename: file.name, csv: textOf(await file.arrayBuffer()) });
      setUnread(false);
    } catch {
      setUnread(true);
    }
    input.value = '';
  };
  return (
    <div>
      <label htmlFor={id}>
        <b>{t('import.file')}</b>
      </label>
      <p id={`${id}-hint`} className="soft">
        {t('import.hint')}
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void read(event.currentTarget)}
      />
      {unread ? <p role="alert">{t('import.unread')}</p> : null}
    </div>
  );
}
