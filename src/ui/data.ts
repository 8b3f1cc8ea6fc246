// SPDX-License-Identifier: Apache-2.0
import { QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { data_url, request, url_of, type Options, type Path, type Query, type Reply } from "./api";
import { share } from "./sources";
import { tell_problem } from "./undo";

/** One cache for all pages; the api client already tries again, so queries do not. */
export const make_query_client = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 5_000, gcTime: 10 * 60_000, structuralSharing: share } },
  });

interface Loose {
  params?: Record<string, string | number>;
  query?: Query;
}

/** Where the cache keeps what was read at an address. */
const key_at = (url: string | null) => ["data", url] as const;

/** Where the cache keeps the data of a page. */
export function key_of<P extends Path<"GET">>(path: P, ...[options]: Options<P>) {
  const loose = options as Loose | undefined;
  return key_at(url_of(path, loose?.params, loose?.query));
}

/** The data of a page: `useData("/gaps/{id}", { params: { id } })`. */
export function useData<P extends Path<"GET">>(path: P, ...[options]: Options<P>): UseQueryResult<Reply<"GET", P>> {
  const loose = options as Loose | undefined;
  return useAddress<Reply<"GET", P>>(url_of(path, loose?.params, loose?.query));
}

/** The same by a plain address, for links that the server handed out; null waits for one. */
export function useAddress<T>(url: string | null): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: key_at(url),
    queryFn: ({ signal }) => request<T>("GET", data_url(url ?? ""), undefined, signal),
    enabled: url !== null,
  });
}

/** Something a person does: afterwards everything on screen is read again; a refusal is told with its remedy. Acts of the
 * same turn wait for each other, so that each begins with what the one before has left. */
export function useAct<Input = void, Result = unknown>(
  act: (input: Input) => Promise<Result>,
  options: { then?: (result: Result) => void; is_quiet?: boolean; in_turn?: string } = {},
) {
  const client = useQueryClient();
  return useMutation<Result, Error, Input>({
    mutationFn: act,
    ...(options.in_turn && { scope: { id: options.in_turn } }),
    onSuccess: async (result) => {
      options.then?.(result);
      // Where that led to another page, React leaves this one first: what was taken away is not asked for again.
      await Promise.resolve();
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!options.is_quiet) tell_problem(error);
    },
  });
}
