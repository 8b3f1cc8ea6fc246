// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import "./list.css";
import { data_url, request, url_of, type Query } from "./api";
import { ChosenBar, useChosen } from "./choose";
import { record_named, type Field } from "./described";
import { Empty } from "./empty";
import { count_of } from "./format";
import { Waiting } from "./loaded";
import { ListTable, type Column } from "./list_table";
import { ListTools } from "./list_tools";
import { asked_of_server, first_page, page_size, read_list_query, write_list_query, type ListQuery } from "./list_query";
import { phone_media } from "./phone";
import { ProblemNote } from "./problem";
import { useReader } from "./session";

export type { Column } from "./list_table";

const phone_page = 20;

interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

interface Props<T> {
  /** Where its rows come from: `/opportunities`. */
  path: string;
  /** The description of a row. */
  record: string;
  columns: readonly (string | Column<T>)[];
  /** Fields to filter by; absent: every field that can be. */
  filters?: readonly string[] | undefined;
  /** What can be asked besides the fields of a row, as on which day something runs. */
  asks?: readonly Field[] | undefined;
  /** The order where the address names none. */
  order?: string;
  /** A filter that always holds, as on an account's page: `{ account: 17 }`. */
  fixed?: Query | undefined;
  /** Parameters of the address that say what the page is about; they are asked for and are no filters. */
  held?: Record<string, string> | undefined;
  /** Where a row leads; absent: `path/id`; null: nowhere. */
  link?: ((row: T) => string | null) | null | undefined;
  /** What its reply says besides rows stands over them, also where there are none. */
  above?: ((reply: unknown) => ReactNode) | undefined;
  /** What to say where there is nothing at all yet, and what to do first. */
  empty?: ReactNode;
  /** False for a second list on one page: the address then belongs to the first. */
  is_in_url?: boolean;
  /** How many rows it shows at first and adds at a press: fewer where it stands below what the page is about. */
  page?: number | undefined;
  /** Words for its rows: ["opportunity", "opportunities"]. */
  words?: readonly [string, string];
  /** What can be done with those rows that somebody chooses; absent: none can be chosen. */
  for_chosen?: ((chosen: readonly T[], clear: () => void) => ReactNode) | undefined;
}

/** Rows of one kind: searched, filtered, ordered, opened, exported; all of it in the address. */
export function List<T extends object>(props: Props<T>) {
  const { path, order = "", fixed, held, words = ["row", "rows"] } = props;
  // A card takes the room of ten rows: whoever holds a phone begins with as many as they look through.
  const is_phone = useMediaQuery(phone_media, false, { getInitialValueInEffect: false });
  const page = Math.min(props.page ?? page_size, is_phone ? phone_page : page_size);
  const [query, set_query] = useListQuery(order, props.is_in_url ?? true, held, page);
  const reader = useReader();
  const asked = asked_of_server(query, { ...held, ...fixed });
  const rows = useRows<T>(path, asked, query.shown, page);
  const described = record_named(props.record);
  const link = props.link === undefined ? row_link<T>(path) : props.link;
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const total = rows.data?.pages.at(-1)?.total ?? 0;
  const chosen = useChosen<T>();
  const is_filtered = query.q !== "" || Object.keys(query.filters).length > 0;

  const above = rows.data && props.above?.(rows.data.pages[0]);
  if (rows.data && total === 0 && !is_filtered && props.empty) {
    return (
      <>
        {above}
        {props.empty}
      </>
    );
  }
  return (
    <section className="list">
      {above}
      <ListTools
        fields={[...described.fields, ...(props.asks ?? [])]}
        filters={props.filters && [...props.filters, ...(props.asks ?? []).map((ask) => ask.name)]}
        query={query}
        on_change={set_query}
        export_url={data_url(url_of(path, {}, asked), "csv")}
        summary={rows.data ? count_of(total, words[0], words[1], reader) : ""}
      />
      {props.for_chosen && (
        <ChosenBar chosen={chosen} words={words}>
          {props.for_chosen(chosen.rows, chosen.clear)}
        </ChosenBar>
      )}
      {rows.error ? (
        <ProblemNote error={rows.error} again={() => void rows.refetch()} />
      ) : !rows.data ? (
        <Waiting lines={12} />
      ) : items.length === 0 ? (
        <Empty
          title={`No ${words[1]} match.`}
          action={
            <Button variant="default" onClick={() => set_query({ ...query, q: "", filters: {}, shown: first_page })}>
              Clear the search and filters
            </Button>
          }
        />
      ) : (
        <ListTable
          fields={described.fields}
          columns={props.columns}
          items={items}
          link={link}
          query={query}
          order={order}
          on_change={set_query}
          is_stale={rows.isPlaceholderData}
          choice={props.for_chosen && chosen.choice}
        />
      )}
      {rows.data && items.length > 0 && items.length < total && (
        <p className="list-more">
          <Button
            variant="default"
            loading={rows.isFetchingNextPage}
            disabled={!rows.hasNextPage}
            onClick={() => set_query({ ...query, shown: items.length + page })}
          >
            Show more
          </Button>
          <span className="quiet">
            {items.length} of {count_of(total, words[0], words[1], reader)}
          </span>
        </p>
      )}
    </section>
  );
}

const row_link =
  <T extends object>(path: string) =>
  (row: T) =>
    "id" in row ? `${path}/${String(row.id)}` : null;

/** Fetches page after page until as many rows are there as the address says. */
function useRows<T>(path: string, asked: Query, shown: number, limit: number) {
  const rows = useInfiniteQuery({
    queryKey: ["list", path, asked, limit],
    queryFn: ({ pageParam, signal }) => {
      const url = url_of(path, {}, { ...asked, limit, after: pageParam });
      return request<Listed<T>>("GET", data_url(url), undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const count = rows.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  const is_short = !rows.isPlaceholderData && rows.hasNextPage && !rows.isFetching && !rows.isError && count < shown;
  const { fetchNextPage } = rows;
  useEffect(() => {
    if (is_short) void fetchNextPage();
  }, [is_short, fetchNextPage]);
  return rows;
}

/** The list's state in the address, or beside it for a second list. */
export function useListQuery(order: string, is_in_url: boolean, held: Record<string, string> = {}, page = page_size): [ListQuery, (query: ListQuery) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const [own, set_own] = useState("");
  const text = is_in_url ? search : own;
  const names = Object.keys(held).join(" ");
  const query = useMemo(() => read_list_query(text, order, names.split(" "), page), [text, order, names, page]);
  const set = (next: ListQuery) => {
    const written = write_list_query(next, order, is_in_url ? held : {}, page);
    if (is_in_url) go(written ? `${path}?${written}` : path, { replace: true });
    else set_own(written);
  };
  return [query, set];
}
