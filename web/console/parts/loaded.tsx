import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../shared/api.ts';
import { ErrorNote } from './error-note.tsx';
import { Loading } from './loading.tsx';

interface LoadedProps<T> {
  query: UseQueryResult<T, ApiProblem>;
  /** What is loading, in words: "waves". */
  what: string;
  children: (answer: T) => ReactNode;
}

/** Shows an answer when it is there; says that it is loading or what went wrong. An older answer stays beside a fault. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  const note = query.error ? <ErrorNote error={query.error} again={() => void query.refetch()} /> : null;
  if (query.data === undefined) return note ?? <Loading what={what} />;
  return (
    <>
      {note}
      {children(query.data)}
    </>
  );
}
