import { Outlet } from '@tanstack/react-router';
import { useT } from '../words.ts';
import { Banner } from './banner.tsx';
import { Choices } from './choices.tsx';
import { Find } from './find.tsx';
import { useMe } from './me.ts';
import { Nav } from './nav.tsx';
import { Who } from './who.tsx';

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
          <Outlet />
        </main>
        <footer>
          <Choices />
        </footer>
      </div>
    </div>
  );
}
