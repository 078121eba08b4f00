import { Button, Radio } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { Said } from '../../parts/said.tsx';
import { sayMoment } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';
import { sayWaited } from './list.tsx';
import type { Item } from './tray.tsx';

interface DetailProps {
  item: Item;
  heading: RefObject<HTMLHeadingElement | null>;
  busy: boolean;
  onConfirm: (key: string, label: string) => void;
}

/** The message itself, why it is here, and what can be done: number keys choose, Enter confirms. */
export function Detail({ item, heading, busy, onConfirm }: DetailProps) {
  const t = useT();
  const { channel, from, receivedAt, subject, words, why, urgent, reply, suggestions } = item;
  const [chosen, setChosen] = useState(suggestions[0]?.key ?? '');
  const confirm = () => {
    const suggestion = suggestions.find(({ key }) => key === chosen);
    if (suggestion) onConfirm(suggestion.key, suggestion.label);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const numbered = suggestions[Number(event.key) - 1];
    if (numbered) setChosen(numbered.key);
    const target = event.target instanceof HTMLElement ? event.target.tagName : '';
    if (event.key !== 'Enter' || target === 'BUTTON') return;
    event.preventDefault();
    confirm();
  };
  return (
    <section className="tray-detail" aria-labelledby="tray-item" onKeyDown={pressed}>
      <h2 id="tray-item" ref={heading} tabIndex={-1}>
        {wordOf('channel', channel)}, {sayMoment(receivedAt)}, <bdi>{from}</bdi>
      </h2>
      <p className="soft">{t('tray.waited', { time: sayWaited(receivedAt, Date.now(), t) })}</p>
      {urgent === null ? null : (
        <p className="note note-error">
          <b>{t('tray.sounds_urgent')}</b>
        </p>
      )}
      {subject === null ? null : <p className="subject">{subject}</p>}
      <p className="sent as-sent" dir="auto">
        {words}
      </p>
      <p>
        <b>{t('tray.why')}</b> <Said>{why}</Said>
      </p>
      {reply === null ? null : (
        <p>
          <b>{t('tray.replied')}</b> <span className="as-sent">{reply}</span>
        </p>
      )}
      <form onSubmit={submit} className="stack">
        <Radio.Group label={t('tray.what_to_do')} description={t('tray.keys')} value={chosen} onChange={setChosen}>
          <div className="ticks" lang="en">
            {suggestions.map(({ key, label }, place) => (
              <Radio key={key} value={key} label={`${place + 1} ${label}`} />
            ))}
          </div>
        </Radio.Group>
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={busy}>
            {busy ? t('busy') : t('tray.confirm')}
          </Button>
        </div>
      </form>
    </section>
  );
}
