import { useMatch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

/** The address whose heading had focus last; the first page of a visit leaves focus where the browser put it. */
let seen: string | null = null;
/** Makes the next page take focus even at the same address: the sign-in page calls it. */
export const forgetPlace = (): void => {
  seen = '';
};

interface PageProps {
  title: string;
  /** Which part of it this is, for the document's title: the name of the tab. */
  part?: string;
  /** Beside the heading: what state this is in. */
  state?: ReactNode;
  /** At the right: the page's main act first. */
  acts?: ReactNode;
  /** The room puts focus itself where its work begins. */
  ownFocus?: boolean;
  children: ReactNode;
}

/** Every room is one of these: its h1, the document's title, and focus on the h1 when one comes here from another page. */
export function Page({ title, part, state, acts, ownFocus = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const here = useMatch({ strict: false, select: ({ pathname }) => pathname });
  useEffect(() => {
    document.title = `${part ? `${title}: ${part}` : title} - Earshot`;
  }, [title, part]);
  useEffect(() => {
    if (!ownFocus && seen !== null && here !== seen) heading.current?.focus();
    seen = here;
  }, [here, ownFocus]);
  return (
    <>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {state ? <p className="page-state">{state}</p> : null}
        {acts ? <div className="page-acts">{acts}</div> : null}
      </header>
      {children}
    </>
  );
}
