// SPDX-License-Identifier: Apache-2.0
import { defaultOptionsFilter, MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { find_items, useItems } from "./named";

interface Props {
  label: string;
  /** The list to choose from: `/products`. */
  path: string;
  /** Filters of the list that narrow the choice: `{ side: "sales" }`. */
  query?: Record<string, string> | undefined;
  /** The ids chosen. */
  value?: readonly number[];
  onChange: (ids: number[]) => void;
  description?: ReactNode;
  error?: ReactNode;
}

/** Chooses several records of a list by typing part of their names; see `Pick` for one. */
export function PickMany({ path, query, value = [], onChange, ...shown }: Props) {
  const [typed, set_typed] = useState("");
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ["pick", path, q, query],
    queryFn: () => find_items(path, { ...query, ...(q && { q }) }),
    placeholderData: keepPreviousData,
  });
  const listed = found.data?.items ?? [];
  const elsewhere = value.filter((id) => !listed.some((item) => item.id === id)).map(String);
  const items = [...useItems(path, elsewhere), ...listed];
  const options = items.map((item) => ({ value: String(item.id), label: String(item.name ?? item.id) }));
  return (
    <MultiSelect
      {...shown}
      searchable
      hidePickedOptions
      data={options}
      // As for one: what the server found is shown as it is, and sifted here until it answers.
      filter={(asked) => (typed !== q || found.isPlaceholderData ? (defaultOptionsFilter(asked) as typeof asked.options) : asked.options)}
      nothingFoundMessage={found.isPending ? "Searching…" : "Nothing has such a name."}
      value={value.map(String)}
      searchValue={typed}
      onSearchChange={set_typed}
      onChange={(ids) => onChange(ids.map(Number))}
    />
  );
}
