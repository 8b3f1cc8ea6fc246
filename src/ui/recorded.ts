// SPDX-License-Identifier: Apache-2.0
import api from "./api.gen.ts?raw";
import { described } from "./described.gen";
import { record_named, type Field } from "./described";

// What the stories recorded of the server's replies, for tests of the screens: so the two languages cannot drift apart.

/** A reply as a story recorded it. */
export interface Recorded {
  /** Where it is kept: `review/1`. */
  name: string;
  /** The address asked for: `/reviews/1?as_of=2026-03-02`. */
  address: string;
  route: Route;
  reply: unknown;
}

export interface Route {
  /** Its path: `/reviews/{id}`. */
  path: string;
  /** The description of its reply, or of the rows of its list. */
  record: string;
  is_list: boolean;
  /** What a list says beside its rows: by which name, and the description of it. */
  beside?: { name: string; record: string };
}

const described_name = (type: string) => type.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

const routes: Route[] = [...api.matchAll(/"GET (\S+)": \{.* reply: (Listed<)?(\w+)>?(?: & \{ (\w+): (\w+) \})? \}/g)].map((found) => ({
  path: found[1]!,
  record: described_name(found[3]!),
  is_list: found[2] !== undefined,
  ...(found[4] && found[5] && { beside: { name: found[4], record: described_name(found[5]) } }),
}));

const stories = import.meta.glob<string>(["../*/*.story", "../../tests/*.story"], { query: "?raw", import: "default", eager: true });
const replies = import.meta.glob<unknown>("../../tests/golden/*/*.json", { import: "default", eager: true });

const request = /\bGET\s+(\S+)\.(json|csv)(\S*)\s+->\s+200 golden/g;

export const recorded: Recorded[] = Object.entries(stories).flatMap(([file, text]) => {
  const story = file.split("/").at(-1)!.replace(".story", "");
  return [...text.matchAll(request)].flatMap((found, at) => {
    // Files are recorded under the numbers between, and are no reply that a page shows.
    if (found[2] === "csv") return [];
    // A story calls a version it made by a name of its own, and a record by its number's.
    const path = found[1]!.replace(/^\{\w+\}/, "/agreements/funnel/versions/1").replace(/\{[\w.]+\}/g, "1");
    const name = `${story}/${at + 1}`;
    return [{ name, address: path + found[3]!, route: route_of(path), reply: replies[`../../tests/golden/${name}.json`] }];
  });
});

/** The route that answers a path: the one that names most of it. */
export function route_of(path: string): Route {
  const matching = routes.filter((route) => params_in(route.path, path) !== null);
  const found = matching.sort((a, b) => a.path.split("{").length - b.path.split("{").length)[0];
  if (!found) throw new Error(`No route answers ${path}.`);
  return found;
}

/** The parts of a path by the names that a pattern gives them; null where it does not match. */
export function params_in(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  const values = new RegExp(`^${pattern.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
  return values && Object.fromEntries(names.map((name, at) => [name, values[at + 1]!]));
}

/** Where a reply is not as described: nothing, where all is well. */
export function differences({ route, reply }: Pick<Recorded, "route" | "reply">): string[] {
  if (!route.is_list) return in_record(route.record, reply, route.path);
  const { items, next, total, ...rest } = reply as Record<string, unknown>;
  if (!Array.isArray(items) || typeof total !== "number" || !["string", "object"].includes(typeof next)) return [`${route.path} is no list`];
  const { beside } = route;
  return [
    ...Object.keys(rest).filter((name) => name !== beside?.name).map((name) => `${route.path} holds “${name}”, which no list does`),
    ...(beside ? in_record(beside.record, rest[beside.name], `${route.path}.${beside.name}`) : []),
    ...items.flatMap((item, at) => in_record(route.record, item, `${route.path}[${at}]`)),
  ];
}

type Tree = Record<string, unknown>;
const is_tree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

function in_record(record: string, value: unknown, where: string): string[] {
  if (!(record in described)) return [`${where}: nothing is described as “${record}”`];
  if (!is_tree(value)) return [`${where} is no ${record}`];
  const { fields } = record_named(record);
  const unknown = Object.keys(value).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...unknown.map((name) => `${where}.${name} is not described`),
    ...fields.flatMap((field) => in_field(field, value, `${where}.${field.name}`)),
  ];
}

function in_field(field: Field, tree: Tree, where: string): string[] {
  if (!(field.name in tree)) return [`${where} is missing`];
  const value = tree[field.name];
  // Commit numbers are left out of what is recorded, since every change of a story would change them.
  const is_commit = field.kind === "integer" && (field.name === "as_of" || field.name === "commit");
  if (value === null) return field.is_optional || is_commit ? [] : [`${where} is null`];
  if (!field.is_list) return in_value(field, value, where);
  if (!Array.isArray(value)) return [`${where} is no list`];
  return value.flatMap((item, at) => in_value(field, item, `${where}[${at}]`));
}

function in_value(field: Field, value: unknown, where: string): string[] {
  if (field.kind === "record") return in_record(field.record, value, where);
  return checks[field.kind](value, field) ? [] : [`${where} is no ${field.kind}: ${JSON.stringify(value)}`];
}

const matches = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);

const checks: Record<Exclude<Field["kind"], "record">, (value: unknown, field: Field) => boolean> = {
  text: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  money: (value) => is_tree(value) && Number.isInteger(value.minor) && matches(/^[A-Z]{3}$/)(value.currency),
  day: matches(/^\d{4}-\d{2}-\d{2}$/),
  instant: matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/),
  choice: (value, field) => field.choices.includes(value as string),
  id: Number.isInteger,
  json: () => true,
};
