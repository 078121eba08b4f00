import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { announce } from '../../announce.tsx';
import { useT } from '../../words.ts';

/** Something secret that was just made and cannot be shown again, with a button that copies it. */
export function Once({ title, secret, children }: { title: string; secret: string; children?: string }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    void navigator.clipboard.writeText(secret).then(
      () => announce(t('keys.copied')),
      () => announce(t('keys.not_copied')),
    );
  return (
    <div className="note note-good">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children ? <p>{children}</p> : null}
      <p>
        <code className="secret">{secret}</code>
      </p>
      <Button onClick={copy}>{t('keys.copy')}</Button>
    </div>
  );
}
