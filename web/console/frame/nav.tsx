import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Room, roomsOf } from '../rooms.ts';
import { useT } from '../words.ts';
import { useMe } from './me.ts';

function Item({ room, count }: { room: Room; count: number }) {
  const t = useT();
  if (!room.nav) return null;
  const label = t(room.nav);
  return (
    <li>
      <Link to={room.path} activeOptions={{ exact: room.path === '/', includeSearch: false }}>
        {count > 0 ? t('nav.counted', { label, count }) : label}
      </Link>
    </li>
  );
}

/** The menu: a rail, a bar under 960 px, behind a button under 600. Rooms a role cannot use are absent. */
export function Nav() {
  const t = useT();
  const me = useMe();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the address changes
  useEffect(() => setOpen(false), [pathname]);
  return (
    <nav
      aria-label={t('nav.label')}
      className="rail"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        className="menu-button"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        {t('nav.menu')}
      </Button>
      <ul id="menu" data-open={open}>
        {roomsOf(me).map((room) => (
          <Item key={room.path} room={room} count={room.path === '/tray' ? me.trayCount : 0} />
        ))}
      </ul>
    </nav>
  );
}
