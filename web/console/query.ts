import {
  type InfiniteData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answer,
  ApiProblem,
  type Args,
  type ChangeEndpoint,
  call,
  type Given,
  type ReadEndpoint,
} from '../shared/api.ts';

/** A live page asks again after this long, or ten times what its last answer took, whichever is longer. */
const liveEveryMs = 5_000;
const slowestMs = 60_000;
const restsPerAnswer = 10;

const meKey = ['GET /api/v1/me'];
const signedOut = (error: Error) => error instanceof ApiProblem && error.status === 401;
/** Trying again helps only where nobody answered, or the server itself was away. */
const worthRetrying = (tries: number, error: Error) =>
  tries < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503);

function askWhoIsHere(error: Error) {
  if (signedOut(error) && client.getQueryData(meKey) !== undefined) void client.resetQueries({ queryKey: meKey });
}

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsHere }),
  mutationCache: new MutationCache({ onError: askWhoIsHere }),
  // Asked although the browser believes that it has no network, so that a fault is told rather than waited out.
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 2_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Asks one endpoint and keeps the answer: `useApi('GET /api/v1/waves/{id}', { params: { id } })`. */
export function useApi<K extends ReadEndpoint>(key: K, ...[given]: Args<K>): UseQueryResult<Answer<K>, ApiProblem> {
  return useQuery<Answer<K>, ApiProblem>({
    queryKey: [key, given],
    queryFn: ({ signal }) => call(key, given as Given<K>, signal),
  });
}

/** The same, kept up to date: it slows down as answers slow down, and rests while the tab is hidden. */
export function useLive<K extends ReadEndpoint>(key: K, ...[given]: Args<K>): UseQueryResult<Answer<K>, ApiProblem> {
  const [took] = useState({ ms: 0 });
  return useQuery<Answer<K>, ApiProblem>({
    queryKey: [key, given],
    queryFn: async ({ signal }) => {
      const from = performance.now();
      const answer = await call(key, given as Given<K>, signal);
      took.ms = performance.now() - from;
      return answer;
    },
    refetchInterval: () => Math.min(slowestMs, Math.max(liveEveryMs, took.ms * restsPerAnswer)),
    refetchIntervalInBackground: false,
  });
}

/** While work is under way its page asks each second, so that a small file feels like no wait. */
const workEveryMs = 1_000;

/** The same for a thing at work: asked often while `busy` says so of the last answer, and not again when it is done. */
export function useWork<K extends ReadEndpoint>(
  key: K,
  given: Given<K>,
  busy: (answer: Answer<K>) => boolean,
): UseQueryResult<Answer<K>, ApiProblem> {
  return useQuery<Answer<K>, ApiProblem>({
    queryKey: [key, given],
    queryFn: ({ signal }) => call(key, given, signal),
    refetchInterval: ({ state: { data } }) => (data !== undefined && busy(data) ? workEveryMs : false),
    refetchIntervalInBackground: false,
  });
}

/** Changes something: `const pause = useChange('POST /api/v1/waves/{id}/pause'); pause.mutate({ params })`. All that is shown is asked again. */
export function useChange<K extends ChangeEndpoint>(key: K): UseMutationResult<Answer<K>, ApiProblem, Given<K>> {
  const queries = useQueryClient();
  return useMutation<Answer<K>, ApiProblem, Given<K>>({
    mutationKey: [key],
    mutationFn: (given) => call(key, given),
    // Not waited for: what the caller does next must not depend on its page still being there after the news.
    onSuccess: () => void queries.invalidateQueries(),
  });
}

/** Endpoints that answer with a page of a list. */
type ListEndpoint = {
  [K in ReadEndpoint]: Answer<K> extends { items: unknown[]; next: string | null } ? K : never;
}[ReadEndpoint];
type Item<K extends ListEndpoint> = Answer<K>['items'][number];

/** The same request for the page that a cursor points to. */
function withCursor<G extends object>(given: G, cursor: string | undefined): G {
  const { query }: { query?: object } = given;
  return { ...given, query: { ...query, cursor } };
}

/** A list by pages: what has come so far, and `more` for the next page, null at the end. */
export function useList<K extends ListEndpoint>(key: K, given: Given<K>) {
  const query = useInfiniteQuery<Answer<K>, ApiProblem, InfiniteData<Answer<K>>, unknown[], string | undefined>({
    queryKey: [key, 'pages', given],
    queryFn: ({ pageParam, signal }) => call(key, withCursor(given, pageParam), signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items: Item<K>[] | undefined = query.data?.pages.flatMap((page): Item<K>[] => page.items);
  return { query, items, more: query.hasNextPage ? () => void query.fetchNextPage() : null };
}

/** Asks something of one's own that is no endpoint of the API, such as one's sessions. */
export const useOwn = <T>(name: string, ask: () => Promise<T>): UseQueryResult<T, ApiProblem> =>
  useQuery<T, ApiProblem>({ queryKey: ['own', name], queryFn: ask });

/** Changes something of one's own; all that is shown is asked again. */
export function useOwnChange<I, T>(change: (input: I) => Promise<T>): UseMutationResult<T, ApiProblem, I> {
  const queries = useQueryClient();
  return useMutation<T, ApiProblem, I>({ mutationFn: change, onSuccess: () => void queries.invalidateQueries() });
}
