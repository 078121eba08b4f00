import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useGo } from '../go.tsx';
import { useT } from '../words.ts';
import { useMay } from './me.ts';

function useKey(act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** Finds residents by name, address, reference or phone; Ctrl+K comes here from anywhere. */
export function Find() {
  const t = useT();
  const go = useGo();
  const box = useRef<HTMLInputElement>(null);
  useKey(() => box.current?.focus());
  if (!useMay('officer', 'administrator')) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(`/residents?q=${encodeURIComponent(box.current?.value.trim() ?? '')}`);
  };
  return (
    <search className="find">
      <form onSubmit={submit}>
        <TextInput
          ref={box}
          name="q"
          type="search"
          label={t('find.label')}
          placeholder={t('find.hint')}
          autoComplete="off"
        />
        <Button type="submit">{t('find.act')}</Button>
      </form>
    </search>
  );
}
