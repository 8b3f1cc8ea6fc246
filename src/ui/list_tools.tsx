// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Collapse, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { is_side, label_of, words_of, type Field } from "./described";
import { Stroke, useKeys } from "./keys";
import { active_filters, filter_kind, first_page, with_filter, type ListQuery } from "./list_query";
import { major_of, money_of } from "./money";
import { Named } from "./named";
import { Pick } from "./pick";
import { home_of } from "./references";
import { useReader, useSession } from "./session";

interface Props {
  fields: readonly Field[];
  filters?: readonly string[] | undefined;
  query: ListQuery;
  on_change: (query: ListQuery) => void;
  export_url: string;
  summary: string;
}

/** Above a list: search, filters in words with their form, how many rows, export. */
export function ListTools({ fields, filters, query, on_change, export_url, summary }: Props) {
  const [is_open, { toggle }] = useDisclosure(false);
  const search = useRef<HTMLInputElement>(null);
  const [text, set_text] = useSettled(query.q, (q) => on_change({ ...query, q, shown: first_page }));
  useKeys({ "/": { label: "Search this list", run: () => search.current?.focus() } });
  const chosen = fields.filter((field) => filter_kind(field) && (filters?.includes(field.name) ?? true));
  return (
    <div className="list-tools">
      <div className="list-bar">
        <TextInput
          ref={search}
          type="search"
          aria-label="Search"
          placeholder="Search"
          className="list-search"
          rightSection={text ? null : <Stroke stroke="/" />}
          value={text}
          onChange={(event) => set_text(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        {chosen.length > 0 && (
          <Button variant="default" onClick={toggle} aria-expanded={is_open}>
            Filter
          </Button>
        )}
        <Chips fields={fields} query={query} on_change={on_change} />
        <span className="list-summary">
          <span role="status">{summary}</span>
          <a href={export_url} download>
            Export CSV
          </a>
        </span>
      </div>
      <Collapse expanded={is_open} keepMounted={false}>
        <form className="list-filters" role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
          {chosen.map((field) => (
            <Filter key={field.name} field={field} query={query} on_change={on_change} />
          ))}
        </form>
      </Collapse>
    </div>
  );
}

function Chips({ fields, query, on_change }: Pick<Props, "fields" | "query" | "on_change">) {
  const reader = useReader();
  const { company } = useSession();
  return active_filters(query, fields, reader, company.currency).map(({ names, words, record }) => (
    <span key={words} className="chip">
      {words}
      {record && <Named {...record} />}
      <CloseButton
        size="xs"
        aria-label={`Without “${words.trim()}”`}
        onClick={() => on_change(names.reduce((left, name) => with_filter(left, name, []), query))}
      />
    </span>
  ));
}

interface FilterProps {
  field: Field;
  query: ListQuery;
  on_change: (query: ListQuery) => void;
}

function Filter({ field, query, on_change }: FilterProps) {
  const kind = filter_kind(field);
  const values = query.filters[field.name] ?? [];
  const set = (next: string[]) => on_change(with_filter(query, field.name, next));
  const home = home_of(field);
  if (kind === "pick" && home) {
    const set_one = (id: number | "") => set(id === "" ? [] : [String(id)]);
    return <Pick label={label_of(field)} placeholder="Any" path={home} value={values[0] ?? null} onChange={set_one} />;
  }
  if (kind === "range") return <Range field={field} query={query} on_change={on_change} />;
  if (kind === "day") {
    const set_day = (day: string) => set(day === "" ? [] : [day]);
    return <OneDay field={field} value={values[0] ?? ""} on_change={set_day} />;
  }
  if (kind === "boolean") {
    const data = [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
    return (
      <Select label={label_of(field)} placeholder="Either" clearable data={data} value={values[0] ?? null} onChange={(value) => set(value ? [value] : [])} />
    );
  }
  const data = field.choices.map((value) => ({
    value,
    label: is_side(field) && value === "none" ? "No side" : words_of(value),
  }));
  return <MultiSelect label={label_of(field)} placeholder={values.length ? "" : "Any"} clearable data={data} value={values} onChange={set} />;
}

function OneDay({ field, value, on_change }: { field: Field; value: string; on_change: (day: string) => void }) {
  const [text, set_text] = useSettled(value, on_change);
  return <TextInput type="date" label={label_of(field)} value={text} onChange={(event) => set_text(event.currentTarget.value)} />;
}

/** From and to, both included; money is typed in whole units and asked for in minor ones. */
function Range({ field, query, on_change }: FilterProps) {
  const label = label_of(field);
  return (
    <fieldset className="range">
      <legend>{label}</legend>
      {(["from", "to"] as const).map((end) => (
        <Bound
          key={end}
          field={field}
          label={`${label} ${end}`}
          placeholder={end}
          value={query.filters[`${field.name}_${end}`]?.[0] ?? ""}
          on_change={(value) => on_change(with_filter(query, `${field.name}_${end}`, value === "" ? [] : [value]))}
        />
      ))}
    </fieldset>
  );
}

interface BoundProps {
  field: Field;
  label: string;
  placeholder: string;
  value: string;
  on_change: (value: string) => void;
}

function Bound({ field, label, placeholder, value, on_change }: BoundProps) {
  const { currency } = useSession().company;
  const [text, set_text] = useSettled(value, on_change);
  const is_typed = text !== "" && Number.isFinite(Number(text));
  if (field.kind === "day" || field.kind === "instant") {
    return <TextInput type="date" aria-label={label} value={text} onChange={(event) => set_text(event.currentTarget.value)} />;
  }
  const is_money = field.kind === "money";
  return (
    <NumberInput
      aria-label={label}
      placeholder={placeholder}
      hideControls
      thousandSeparator
      value={is_typed && is_money ? major_of({ minor: Number(text), currency }) : text}
      onChange={(given) => {
        if (given === "") set_text("");
        else set_text(String(is_money ? money_of(Number(given), currency).minor : Math.round(Number(given))));
      }}
    />
  );
}

/** What is typed shows at once and counts when the fingers rest. */
function useSettled(value: string, commit: (value: string) => void, rest_ms = 250): [string, (value: string) => void] {
  const [text, set_text] = useState(value);
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => set_text(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text), rest_ms);
    return () => clearTimeout(timer);
  }, [text, value, rest_ms]);
  return [text, set_text];
}
