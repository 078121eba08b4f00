import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../words.ts';

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, with its number. */
  children: ReactNode;
  /** The button that does it, in words that name it: "Close Spring panel now". */
  act: string;
  danger?: boolean;
  busy?: boolean;
  onDo: () => void;
  onLeave: () => void;
}

/** One question before an act that cannot be undone. Escape leaves it; the browser gives focus back to where it was. */
export function ConfirmDialog({ open, title, children, act, danger, busy, onDo, onLeave }: ConfirmProps) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onLeave}>
      {open ? (
        <>
          <h2 id={id}>{title}</h2>
          <div className="stack">{children}</div>
          <div className="acts">
            <Button variant={danger ? 'danger' : 'filled'} onClick={onDo} aria-disabled={busy}>
              {busy ? t('busy') : act}
            </Button>
            <Button onClick={onLeave}>{t('confirm.leave')}</Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
