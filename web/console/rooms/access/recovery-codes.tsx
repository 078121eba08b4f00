import './access.css';
import { useEffect, useRef } from 'react';
import { useT } from '../../words.ts';

/** Recovery codes, which are shown this once: to be kept in a file or on paper. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${t('recovery.file')}\n\n${codes.join('\n')}\n`)}`;
  return (
    <div className="note note-good">
      <h2 ref={heading} tabIndex={-1}>
        {t('recovery.title')}
      </h2>
      <p>{t('recovery.about')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={file} download="earshot-recovery-codes.txt" className="go-button">
          {t('recovery.download')}
        </a>
      </p>
    </div>
  );
}
