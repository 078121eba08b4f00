import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useT } from '../../words.ts';

/** The end of a return: Enter finishes it. */
export function Finish({ busy, onFinish }: { busy: boolean; onFinish: () => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="stack">
      <p>{t('keying.at_end')}</p>
      <div className="acts">
        <Button ref={button} variant="filled" aria-disabled={busy} onClick={() => !busy && onFinish()}>
          {t('keying.finish')}
        </Button>
      </div>
    </div>
  );
}
