import './file-box.css';
import { useId } from 'react';

interface FileBoxProps {
  label: string;
  hint?: string;
  /** As the browser wants it: ".pdf,application/pdf". */
  accept: string;
  onChoose: (file: File | null) => void;
}

/** The browser's own file box, labelled. Give it a new `key` to empty it. */
export function FileBox({ label, hint, accept, onChoose }: FileBoxProps) {
  const id = useId();
  return (
    <div className="file-box">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="soft">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}
