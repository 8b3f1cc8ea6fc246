// SPDX-License-Identifier: Apache-2.0
import { label_of, record_named, type Field } from "./described";
import { is_money, major_of, money_of } from "./money";

/** What a form holds: a number being typed may be "", money is typed in whole units. */
export type Typed = Record<string, unknown>;

const fields_of = (record: string) => record_named(record).fields;

/** A record, or nothing yet, as what its form's inputs hold. */
export function typed_of(record: string, value: Record<string, unknown> = {}, names?: readonly string[]): Typed {
  const fields = fields_of(record).filter((field) => names?.includes(field.name) ?? true);
  return Object.fromEntries(fields.map((field) => [field.name, typed_value(field, value[field.name])]));
}

function typed_value(field: Field, value: unknown): unknown {
  if (field.kind === "record") {
    if (field.is_list) return ((value as Record<string, unknown>[]) ?? []).map((one) => typed_item(field, one));
    return value == null && field.is_optional ? null : typed_of(field.record, (value as Typed) ?? {});
  }
  if (field.is_list) return value ?? [];
  if (field.kind === "boolean") return value ?? false;
  if (is_money(value)) return { amount: major_of(value), currency: value.currency };
  if (field.kind === "money") return { amount: "", currency: null };
  return value ?? "";
}

let items_made = 0;

/** An item of a list keeps a key of its own, so that moving it does not mix up its inputs. */
export const typed_item = (field: Field, value: Record<string, unknown> = {}): Typed => ({
  ...typed_of(field.record, value),
  $key: ++items_made,
});

/** What is typed, as the record that the server expects; what may be absent and was not typed is. */
export function body_of(record: string, typed: Typed, currency: string): Record<string, unknown> {
  const fields = fields_of(record).filter((field) => field.name in typed);
  const values = fields.map((field) => [field.name, body_value(field, typed[field.name], currency), field] as const);
  const given = values.filter(([, value, field]) => !(field.is_optional && (value === null || value === "")));
  return Object.fromEntries(given.map(([name, value]) => [name, value]));
}

function body_value(field: Field, typed: unknown, currency: string): unknown {
  if (field.kind === "record") {
    if (field.is_list) return (typed as Typed[]).map((one) => body_of(field.record, one, currency));
    return typed === null ? null : body_of(field.record, typed as Typed, currency);
  }
  if (field.kind === "money") {
    const money = typed as { amount: number | ""; currency: string | null };
    return money.amount === "" ? null : money_of(Number(money.amount), money.currency ?? currency);
  }
  if (field.is_list || field.kind === "boolean") return typed;
  if (typed === "" || typed === null) return field.kind === "text" ? "" : null;
  return ["integer", "number", "id"].includes(field.kind) ? Number(typed) : typed;
}

/** What is missing before it is worth sending, by the inputs' paths: "stages.2.name". */
export function missing_in(record: string, typed: Typed, needed: readonly string[] = [], at = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields_of(record)) {
    if (!(field.name in typed)) continue;
    const is_needed = !field.is_optional || needed.includes(field.name);
    const path = at + field.name;
    const value = typed[field.name];
    if (field.kind === "record" && field.is_list) {
      const items = value as Typed[];
      if (items.length === 0 && !field.is_optional) found[path] = `${label_of(field)}: at least one is needed.`;
      items.forEach((one, i) => Object.assign(found, missing_in(field.record, one, [], `${path}.${i}.`)));
    } else if (field.kind === "record") {
      if (value !== null) Object.assign(found, missing_in(field.record, value as Typed, [], `${path}.`));
    } else if (is_needed && !field.is_list && is_blank(field, value)) {
      found[path] = `${label_of(field)} is needed.`;
    }
  }
  return found;
}

function is_blank(field: Field, value: unknown): boolean {
  if (field.kind === "money") return (value as { amount: unknown }).amount === "";
  return value === "" || value === null;
}

/** The server's "stages[2].time_allowed_hours" as the form's "stages.2.time_allowed_hours". */
export const path_of = (field: string) => field.replace(/\[(\d+)\]/g, ".$1");
