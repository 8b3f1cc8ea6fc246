// SPDX-License-Identifier: Apache-2.0
import { defaultOptionsFilter, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { find_items, useItem } from "./named";

interface Props {
  label: string;
  /** The list to choose from: `/accounts`. */
  path: string;
  /** The field of its rows that names them. */
  label_field?: string;
  /** Filters of the list that narrow the choice: `{ side: "sales" }`. */
  query?: Record<string, string> | undefined;
  /** The id chosen; "" or null where none is. */
  value: number | string | null;
  onChange: (id: number | "") => void;
  description?: ReactNode;
  placeholder?: string;
  error?: ReactNode;
  required?: boolean;
}

/** What tells records of one name apart: leads of a stand are often called alike, and name no firm. */
const apart: Record<string, readonly string[]> = { "/opportunities": ["contact_name", "account_name"] };
const under = (path: string, item: Record<string, unknown>) => (apart[path] ?? []).map((field) => item[field]).filter(Boolean).join(" · ");

/** Chooses one record of a list by typing part of its name; the server searches, so the list may be long. */
export function Pick({ path, label_field = "name", query, value, onChange, ...shown }: Props) {
  const [typed, set_typed] = useState("");
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ["pick", path, q, query],
    queryFn: () => find_items(path, { ...query, ...(q && { q }) }),
    placeholderData: keepPreviousData,
  });
  const id = value === "" || value === null ? null : String(value);
  const is_listed = found.data?.items.some((item) => String(item.id) === id) ?? false;
  const chosen = useItem(path, is_listed ? null : id);
  const items = [...(chosen.data && !is_listed ? [chosen.data] : []), ...(found.data?.items ?? [])];
  const options = new Map(items.map((item) => [String(item.id), String(item[label_field] ?? item.id)]));
  const beneath = new Map(items.map((item) => [String(item.id), under(path, item)]));
  return (
    <Select
      {...shown}
      searchable
      clearable={!shown.required}
      data={[...options].map(([option, label]) => ({ value: option, label }))}
      // The server has searched already, perhaps in more than the name; until it answers, those on screen are sifted
      // here, so that who types quickly and presses Enter does not take somebody else.
      filter={(asked) => (typed !== q || found.isPlaceholderData ? (defaultOptionsFilter(asked) as typeof asked.options) : asked.options)}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {beneath.get(option.value) && <div className="quiet">{beneath.get(option.value)}</div>}
        </span>
      )}
      nothingFoundMessage={found.isPending ? "Searching…" : "Nothing has such a name."}
      value={id}
      onSearchChange={(text) => set_typed(text === options.get(id ?? "") ? "" : text)}
      onChange={(chosen_id) => onChange(chosen_id === null ? "" : Number(chosen_id))}
    />
  );
}
