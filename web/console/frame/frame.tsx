import { Outlet, useMatches } from '@tanstack/react-router';
import { rooms } from '../rooms.ts';
import { useT } from '../words.ts';
import { Banner } from './banner.tsx';
import { Choices } from './choices.tsx';
import { NoSuchPage } from './fallbacks.tsx';
import { Find } from './find.tsx';
import { useMay, useMe } from './me.ts';
import { Nav } from './nav.tsx';
import { Who } from './who.tsx';

/** The room of the address, for those who may use it; for others there is no such page. */
function Room() {
  const path = useMatches().at(-1)?.fullPath;
  const room = rooms.find((one) => one.path === path);
  const may = useMay(...(room?.roles ?? []));
  return room && !may ? <NoSuchPage /> : <Outlet />;
}

/** What stands round every room: skip link, who and find at the top, one banner, the menu, the room. */
export function Frame() {
  const t = useT();
  const { landlord } = useMe();
  return (
    <div className="frame">
      <a href="#main" className="skip">
        {t('frame.skip')}
      </a>
      <header className="top">
        <p className="product">{landlord.shortName || landlord.name || 'Earshot'}</p>
        <Find />
        <Who />
      </header>
      <Nav />
      <div className="room">
        <Banner />
        <main id="main" tabIndex={-1}>
          <Room />
        </main>
        <footer>
          <Choices />
        </footer>
      </div>
    </div>
  );
}
