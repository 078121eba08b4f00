import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../shared/api.ts';
import { useT } from '../words.ts';
import { ErrorNote } from './error-note.tsx';
import { Loading } from './loading.tsx';

export interface ListedProps<T> {
  /** What `useList` gave. */
  list: { query: UseInfiniteQueryResult<unknown, ApiProblem>; items: T[] | undefined; more: (() => void) | null };
  what: string;
  /** What to show when there is nothing. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** Shows a list as far as it has come, with "Show more" under it. */
export function Listed<T>({ list: { query, items, more }, what, empty, children }: ListedProps<T>) {
  const t = useT();
  const note = query.error ? <ErrorNote error={query.error} again={() => void query.refetch()} /> : null;
  if (items === undefined) return note ?? <Loading what={what} />;
  return (
    <>
      {note}
      {items.length === 0 ? empty : children(items)}
      {more ? (
        <p className="gap">
          <Button onClick={more}>{query.isFetchingNextPage ? t('busy') : t('list.more')}</Button>
        </p>
      ) : null}
    </>
  );
}
