import './tray.css';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange, useLive } from '../../query.ts';
import { useT } from '../../words.ts';
import { Detail } from './detail.tsx';
import { List } from './list.tsx';

export type Item = Answer<'GET /api/v1/tray'>['items'][number];

interface Done {
  id: string;
  label: string;
}

/** What was done last can be undone while one is here. */
function useSettling() {
  const t = useT();
  const act = useChange('POST /api/v1/tray/{id}');
  const [last, setLast] = useState<Done | null>(null);
  const settle = (
    id: string,
    key: string,
    { label, left, after }: { label: string; left: number; after: () => void },
  ) =>
    act.mutate(
      { params: { id }, body: { do: key } },
      {
        onSuccess: () => {
          setLast({ id, label });
          after();
          announce(`${label}. ${t('tray.left', { count: left })}`);
        },
      },
    );
  const undo = (done: Done, then: (id: string) => void) =>
    act.mutate(
      { params: { id: done.id }, body: { do: 'undo' } },
      {
        onSuccess: () => {
          setLast(null);
          then(done.id);
          announce(t('tray.undone', { label: done.label }));
        },
      },
    );
  return { act, last, settle, undo };
}

function Waiting({ items }: { items: readonly Item[] }) {
  const t = useT();
  const { act, last, settle, undo } = useSettling();
  const [chosen, choose] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [moves, setMoves] = useState(0);
  const place = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  );
  const item = items[place];
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (moves > 0) (heading.current ?? all.current)?.focus();
  }, [moves]);
  const goTo = (id: string | null) => {
    choose(id);
    setMoves(moves + 1);
  };
  const confirm = (key: string, label: string) => {
    if (!item || act.isPending) return;
    const next = (items[place + 1] ?? items[place - 1])?.id ?? null;
    settle(item.id, key, { label, left: items.length - 1, after: () => goTo(next) });
  };
  const undoLast = () => last && undo(last, goTo);
  const pressed = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'u' && !event.ctrlKey && !event.metaKey && !event.altKey) undoLast();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on what has focus inside; each has its button too
    <div ref={all} tabIndex={-1} onKeyDown={pressed} className="tray-room">
      <ErrorNote error={act.error} />
      {last ? (
        <p className="acts">
          <span>{t('tray.done', { label: last.label })}</span>
          <Button onClick={undoLast}>{t('tray.undo')}</Button>
        </p>
      ) : null}
      {item ? (
        <div className="tray">
          <List items={items} chosen={item.id} onChoose={goTo} />
          <Detail key={item.id} item={item} heading={heading} busy={act.isPending} onConfirm={confirm} />
        </div>
      ) : (
        <Empty>{t('tray.empty')}</Empty>
      )}
    </div>
  );
}

/** What could not be placed: danger words first, each with what can be done about it. */
export default function Tray() {
  const t = useT();
  const tray = useLive('GET /api/v1/tray');
  const count = tray.data?.items.length;
  return (
    <Page title={t('nav.tray')} state={count === undefined ? null : t('tray.left', { count })}>
      <Loaded query={tray} what={t('tray.what')}>
        {({ items, owner }) => (
          <>
            {owner === null ? null : <p className="soft">{t('tray.owner', { name: owner.name })}</p>}
            <Waiting items={items} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
