import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Paths are those of `rooms.ts`; one from the server starts with `/console`, which is taken off. */
const within = (to: string) => to.replace(/^\/console(?=\/|$)/, '') || '/';

const parts = (to: string) => {
  const url = new URL(within(to), location.origin);
  return { to: url.pathname, search: Object.fromEntries(url.searchParams), hash: url.hash.slice(1) };
};

/** A link to a room: `<Go to={`/waves/${id}`}>Spring panel</Go>`. */
export function Go({ to, children, className }: { to: string; children: ReactNode; className?: string }) {
  return (
    <Link {...parts(to)} className={className} activeOptions={{ exact: true, includeSearch: true }}>
      {children}
    </Link>
  );
}

/** A link that looks like a button. */
export function GoButton({ to, children, main = false }: { to: string; children: ReactNode; main?: boolean }) {
  return (
    <Link {...parts(to)} className={main ? 'go-button go-main' : 'go-button'}>
      {children}
    </Link>
  );
}

/** Goes to a room, by script. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  return (to) => void navigate(parts(to));
}

/** What the address has for `$name`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

/** One value after the `?` of the address, and how to change it without a new page in the history. */
export function useQueryParam(name: string): [string, (value: string) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (value: string) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, [name]: value === '' ? undefined : value }),
      replace: true,
    });
  const found = search[name];
  return [found === undefined ? '' : String(found), set];
}
