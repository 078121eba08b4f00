import './keying.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Page } from '../../parts/page.tsx';
import { useT, wordOf } from '../../words.ts';
import { ReturnView } from './return.tsx';

const modes = ['paper', 'telephone', 'in_person'] as const;
export type KeyedMode = (typeof modes)[number];

interface CodeBoxProps {
  mode: KeyedMode;
  onMode: (mode: KeyedMode) => void;
  onOpen: (code: string) => void;
}

/** The code of a return; the cursor stands in it whenever the next return can be keyed. */
function CodeBox({ mode, onMode, onOpen }: CodeBoxProps) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [empty, setEmpty] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(code.trim() === '');
    if (code.trim() !== '') onOpen(code.trim());
  };
  return (
    <form onSubmit={submit} className="row">
      <TextInput
        ref={box}
        label={t('keying.code')}
        description={t('keying.code_hint')}
        inputMode="numeric"
        autoComplete="off"
        value={code}
        error={empty ? t('keying.code_empty') : null}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('keying.mode')}
        value={mode}
        onChange={(event) => onMode(modes.find((one) => one === event.currentTarget.value) ?? 'paper')}
        data={modes.map((value) => ({ value, label: wordOf('mode', value) }))}
      />
      <Button type="submit" variant="filled">
        {t('keying.open')}
      </Button>
    </form>
  );
}

/** Keying of paper returns and of interviews, with the number pad alone. */
export default function Keying() {
  const t = useT();
  const [mode, setMode] = useState<KeyedMode>('paper');
  const [code, setCode] = useState<string | null>(null);
  const [today, setToday] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const finished = (keyedToday: number) => {
    setToday(keyedToday);
    setCode(null);
    setRound(round + 1);
  };
  return (
    <Page title={t('nav.keying')} state={today === null ? null : t('keying.today', { number: today })} ownFocus>
      <CodeBox key={round} mode={mode} onMode={setMode} onOpen={setCode} />
      {code === null ? (
        <p className="soft gap">{t('keying.about')}</p>
      ) : (
        <ReturnView key={`${code} ${mode}`} code={code} mode={mode} onToday={setToday} onFinished={finished} />
      )}
    </Page>
  );
}
