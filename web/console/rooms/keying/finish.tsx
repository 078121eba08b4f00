import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useT } from '../../words.ts';

interface FinishProps {
  busy: boolean;
  /** Why it was not finished. */
  refusal: string | null;
  onFinish: () => void;
}

/** The end of a return: Enter finishes it. */
export function Finish({ busy, refusal, onFinish }: FinishProps) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="stack">
      <p>{t('keying.at_end')}</p>
      {refusal === null ? null : (
        <p className="note note-error" role="alert">
          {refusal}
        </p>
      )}
      <div className="acts">
        <Button ref={button} variant="filled" aria-disabled={busy} onClick={() => !busy && onFinish()}>
          {t('keying.finish')}
        </Button>
      </div>
    </div>
  );
}
