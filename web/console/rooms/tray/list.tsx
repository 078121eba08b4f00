import { UnstyledButton } from '@mantine/core';
import { type Translate, useT, wordOf } from '../../words.ts';
import type { Item } from './tray.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "3 h", "2 days": how long something has waited. */
export function sayWaited(since: string, now: number, t: Translate): string {
  const waited = Math.max(0, now - Date.parse(since));
  if (waited >= day) return t('tray.days', { count: Math.floor(waited / day) });
  if (waited >= hour) return t('tray.hours', { count: Math.floor(waited / hour) });
  return t('tray.minutes', { count: Math.floor(waited / minute) });
}

interface ListProps {
  items: readonly Item[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Everything that waits, each a button that opens it beside. */
export function List({ items, chosen, onChoose }: ListProps) {
  const t = useT();
  const now = Date.now();
  return (
    <nav aria-label={t('tray.list')}>
      <ul className="plain tray-list">
        {items.map(({ id, channel, words, subject, urgent, receivedAt }) => (
          <li key={id}>
            <UnstyledButton
              className="tray-item"
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              {urgent === null ? null : <b className="danger">{t('tray.urgent')} </b>}
              <span dir="auto" className="tray-words">
                {subject || words}
              </span>
              <span className="soft">
                {wordOf('channel', channel)}, {sayWaited(receivedAt, now, t)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
