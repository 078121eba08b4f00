import './access.css';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { qrPath } from '../../../charts/qr-code.ts';
import { confirmTwoStep } from '../../../shared/access.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useOwnChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** The secret of an address for apps, in groups of four to be typed. */
const secretIn = (uri: string) => (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');

/** The secret as a picture for the camera of an app, and as letters for who types it; confirmed by the first code. */
export function Scan({ uri, onDone }: { uri: string; onDone: () => void }) {
  const t = useT();
  const [code, setCode] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirm = useOwnChange(confirmTwoStep);
  const { path, size } = qrPath(uri);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <h2 ref={heading} tabIndex={-1}>
        {t('twostep.scan')}
      </h2>
      <svg role="img" aria-label={t('twostep.picture')} viewBox={`0 0 ${size} ${size}`} className="qr">
        <path d={path} fill="currentColor" shapeRendering="crispEdges" />
      </svg>
      <p>
        {t('twostep.or_type')}
        <br />
        <code className="secret-words">{secretIn(uri)}</code>
      </p>
      <TextInput
        label={t('code.app')}
        description={t('twostep.first_code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        minLength={6}
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ErrorNote error={confirm.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={confirm.isPending}>
          {confirm.isPending ? t('busy') : t('twostep.confirm')}
        </Button>
      </div>
    </form>
  );
}
