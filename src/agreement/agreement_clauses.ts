// SPDX-License-Identifier: Apache-2.0
import { label_of, record_named, type Field } from "../ui/described";

/** One step of a clause's path: a field, and where it is a list the item's name. */
interface Step {
  name: string;
  item: string | null;
}

/** "stages[Sales accepted].time_allowed_hours" as its steps; an item's name may hold dots and brackets. */
export function steps_of(clause: string): Step[] {
  const steps = /(\w+)(?:\[((?:[^\]]|\](?!\.|$))*)\])?(?:\.|$)/g;
  return [...clause.matchAll(steps)].map((found) => ({ name: found[1] ?? "", item: found[2] ?? null }));
}

/** Whether a clause is another or a part of it. */
export const is_within = (clause: string, whole: string) =>
  clause === whole || clause.startsWith(`${whole}.`) || clause.startsWith(`${whole}[`);

/** The description of what a clause says; null where the body has no such clause. */
export function field_at(record: string, clause: string): Field | null {
  let fields = record_named(record).fields;
  let found: Field | null = null;
  for (const { name } of steps_of(clause)) {
    found = fields.find((field) => field.name === name) ?? null;
    if (!found) return null;
    if (found.kind === "record") fields = record_named(found.record).fields;
  }
  return found;
}

/** A clause in words: "Sales accepted: time allowed". */
export function clause_in_words(record: string, clause: string): string {
  const steps = steps_of(clause);
  const item = steps.findLast((step) => step.item !== null)?.item ?? null;
  const field = field_at(record, clause);
  const last = steps[steps.length - 1];
  if (item !== null && last?.item !== null) return item;
  const label = field ? label_of(field) : clause;
  return item === null ? label : `${item}: ${label.toLowerCase()}`;
}

type Tree = Record<string, unknown>;

/** The item of a list that bears a name. */
export const item_named = (list: unknown, name: string): Tree | undefined =>
  Array.isArray(list) ? (list as Tree[]).find((one) => one.name === name) : undefined;

/** What a body says in a clause; undefined where it has none. */
export function value_at(body: unknown, clause: string): unknown {
  let here: unknown = body;
  for (const { name, item } of steps_of(clause)) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Tree)[name];
    if (item !== null) here = item_named(here, item);
  }
  return here;
}

export const names_in = (list: unknown): string[] =>
  Array.isArray(list) ? (list as Tree[]).flatMap((one) => (typeof one?.name === "string" ? [one.name] : [])) : [];

/** The names that only one of two lists has: those that went, then those that came. */
export function one_sided(before: unknown, after: unknown): string[] {
  const went = names_in(before).filter((name) => !item_named(after, name));
  return [...went, ...names_in(after).filter((name) => !item_named(before, name))];
}

/** The clauses that can be named one by one: each field, and each field of each named item. */
export function all_clauses(record: string, body: unknown): string[] {
  return record_named(record).fields.flatMap((field) => {
    if (field.kind !== "record" || !field.is_list) return [field.name];
    const inner = record_named(field.record).fields.filter((one) => one.name !== "name");
    return names_in((body as Tree | null)?.[field.name]).flatMap((name) => {
      const here = `${field.name}[${name}]`;
      return [here, ...inner.map((one) => `${here}.${one.name}`)];
    });
  });
}

/** Where in a form something is: "stages.4.responsible" is "Proposal: " or, while it has no name, "Number 5: ". */
export function place_in_words(body: unknown, path: string): string {
  const [list = "", at] = path.split(".");
  if (at === undefined || !/^\d+$/.test(at)) return "";
  const items = (body as Tree | null)?.[list];
  const item = Array.isArray(items) ? (items as Tree[])[Number(at)] : undefined;
  return `${typeof item?.name === "string" && item.name ? item.name : `Number ${Number(at) + 1}`}: `;
}

/** The kind of an agreement's place in addresses: `funnel-3` is the funnel of territory 3. */
export const kind_of = (slug: string) => slug.replace(/-\d+$/, "");
