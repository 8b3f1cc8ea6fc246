// SPDX-License-Identifier: Apache-2.0
import { useQueries, useQuery } from "@tanstack/react-query";
import { data_url, request, url_of } from "./api";

export type Item = Record<string, unknown> & { id: number };

/** The rows of a list that is chosen from. */
export const find_items = (path: string, query: object) =>
  request<{ items: Item[] }>("GET", data_url(url_of(path, {}, { limit: 30, ...query })));

const item_query = (path: string, id: string | null) => ({
  queryKey: ["item", path, id],
  queryFn: () => find_items(path, { id }),
  select: ({ items }: { items: Item[] }) => items[0] ?? null,
  enabled: id !== null,
  staleTime: 300_000,
});

/** One of them by its id. */
export const useItem = (path: string, id: string | null) => useQuery(item_query(path, id));

/** Several of them by their ids, as far as they are there. */
export const useItems = (path: string, ids: readonly string[]) =>
  useQueries({ queries: ids.map((id) => item_query(path, id)) }).flatMap(({ data }) => data ?? []);

/** The name of a record that only its number is known of; the number until the name is there. */
export function Named({ path, id, label_field = "name" }: { path: string; id: string; label_field?: string }) {
  const item = useItem(path, id);
  return <>{String(item.data?.[label_field] ?? id)}</>;
}
