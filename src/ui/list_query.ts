// SPDX-License-Identifier: Apache-2.0
import type { Query } from "./api";
import { label_of, words_of, type Field } from "./described";
import { format_day, format_unit, list_in_words, type Reader } from "./format";
import { format_money } from "./money";
import { home_of } from "./references";

/** How many rows a list fetches and shows at once, unless it stands below what a page is about. */
export const page_size = 100;
/** Of `shown`: as many as the list shows at first. */
export const first_page = 0;
const shown_max = 2_000;

/** What a list shows, as it stands in the address: `?stage=Won&value_from=100000&q=acme&order=-value&shown=300`. */
export interface ListQuery {
  q: string;
  order: string;
  /** How many rows are open, whole pages of them; pages are fetched one after the other until they are there. */
  shown: number;
  filters: Record<string, string[]>;
}

export function read_list_query(search: string, order: string, held: readonly string[] = [], page = page_size): ListQuery {
  const given = new URLSearchParams(search);
  const filters: Record<string, string[]> = {};
  for (const [name, value] of given) {
    if (!["q", "order", "shown", ...held].includes(name)) (filters[name] ??= []).push(value);
  }
  const shown = Math.ceil(Number(given.get("shown")) / page) * page || page;
  return {
    q: given.get("q") ?? "",
    order: given.get("order") ?? order,
    shown: Math.min(Math.max(shown, page), shown_max),
    filters,
  };
}

/** The address again, without what is as it always is, behind what it holds for the page and not for the list. */
export function write_list_query(query: ListQuery, order: string, held: Record<string, string> = {}, page = page_size): string {
  const search = new URLSearchParams(held);
  for (const [name, values] of Object.entries(query.filters)) values.forEach((value) => search.append(name, value));
  if (query.q) search.set("q", query.q);
  if (query.order !== order) search.set("order", query.order);
  if (query.shown > page) search.set("shown", String(query.shown));
  return search.toString();
}

/** What the server is asked for; `shown` is ours alone. */
export const asked_of_server = (query: ListQuery, fixed: Query = {}): Query => ({
  ...query.filters,
  ...fixed,
  q: query.q || undefined,
  order: query.order || undefined,
});

/** Another filter begins at the first page. */
export function with_filter(query: ListQuery, name: string, values: readonly string[]): ListQuery {
  const filters = { ...query.filters };
  if (values.length > 0) filters[name] = [...values];
  else delete filters[name];
  return { ...query, filters, shown: first_page };
}

/** The order after a press on a column's head: first the useful way round, then the other, then as it was. */
export function next_order(current: string, field: Field, usual: string): string {
  const up = field.name;
  const down = `-${field.name}`;
  const first = ["text", "choice"].includes(field.kind) ? up : down;
  const second = first === up ? down : up;
  if (current === first) return second;
  return current === second && usual !== second ? usual : first;
}

/** How a filter of this field is set: chosen, picked from a list, from and to, yes or no; text the search finds. */
export function filter_kind(field: Field): "choice" | "pick" | "range" | "day" | "boolean" | null {
  if (field.is_list) return home_of(field) ? "pick" : null;
  if (field.name === "id") return null;
  if (field.is_one_day) return "day";
  if (field.kind === "choice") return "choice";
  if (field.kind === "boolean") return "boolean";
  if (home_of(field)) return "pick";
  return ["money", "day", "instant", "integer", "number"].includes(field.kind) ? "range" : null;
}

export interface ActiveFilter {
  /** The names in the address that it stands for. */
  names: string[];
  words: string;
  /** A record whose name is still to be looked up, to stand behind the words. */
  record?: { path: string; id: string };
}

/** Every filter in force in words, those included that no form on this page could have set. */
export function active_filters(query: ListQuery, fields: readonly Field[], reader: Reader, currency: string): ActiveFilter[] {
  const bounds = new Set<string>();
  return Object.entries(query.filters).flatMap(([name, values]): ActiveFilter[] => {
    const stem = name.replace(/_(from|to)$/, "");
    const exact = fields.find((field) => field.name === name);
    const field = exact ?? fields.find((one) => one.name === stem);
    if (!field) return [{ names: [name], words: `${words_of(name)}: ${values.join(", ")}` }];
    const home = home_of(field);
    if (exact && home && values.length === 1 && values[0]) {
      return [{ names: [name], words: `${label_of(field)}: `, record: { path: home, id: values[0] } }];
    }
    if (exact) return [{ names: [name], words: `${label_of(field)}: ${in_words(values, field, reader, currency)}` }];
    if (bounds.has(stem)) return [];
    bounds.add(stem);
    return [{ names: [`${stem}_from`, `${stem}_to`], words: range_in_words(query, field, reader, currency) }];
  });
}

function in_words(values: readonly string[], field: Field, reader: Reader, currency: string): string {
  return list_in_words(values.map((value) => one_in_words(value, field, reader, currency))).replace(/ and (?=[^,]*$)/, " or ");
}

function one_in_words(value: string, field: Field, reader: Reader, currency: string): string {
  if (value === "") return "not given";
  if (field.kind === "choice") return words_of(value);
  if (field.kind === "boolean") return value === "true" ? "yes" : "no";
  if (field.kind === "day" || field.kind === "instant") return format_day(value, reader);
  if (field.kind === "money") return format_money({ minor: Number(value), currency }, { locale: reader.locale });
  if (field.kind === "integer" || field.kind === "number") return format_unit(Number(value), field.unit, reader);
  return value;
}

function range_in_words(query: ListQuery, field: Field, reader: Reader, currency: string): string {
  const bound = (end: string) => {
    const value = query.filters[`${field.name}_${end}`]?.[0];
    return value === undefined ? "" : ` ${end} ${one_in_words(value, field, reader, currency)}`;
  };
  return `${label_of(field)}${bound("from")}${bound("to")}`;
}
