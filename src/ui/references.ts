// SPDX-License-Identifier: Apache-2.0
import type { Field } from "./described";
import { pages } from "./pages.gen";

/** Where the records live that a field refers to; it is named after what it refers to, one or several, or after its part. */
const homes: Record<string, string> = {
  account: "/accounts",
  contact: "/contacts",
  contacts: "/contacts",
  opportunity: "/opportunities",
  product: "/products",
  territory: "/territories",
  parent: "/territories",
  person: "/people",
  owner: "/people",
  caller: "/people",
  last_caller: "/people",
  developed_by: "/people",
  manager: "/people",
  people: "/people",
  assigned_to: "/people",
  submitted_by: "/people",
  decided_by: "/people",
  deputy: "/people",
  channel: "/channels",
  campaign: "/campaigns",
  products: "/products",
  territories: "/territories",
};

/** The list that an id is chosen from, or several; null where there is none. */
export const home_of = (field: Field): string | null =>
  field.kind === "id" && field.name !== "id" ? (homes[field.name.replace(/_id$/, "")] ?? null) : null;

/** The id beside a name: rows carry `account` and `account_name`. */
export const id_beside = (field: Field, fields: readonly Field[]): Field | undefined =>
  field.name.endsWith("_name")
    ? fields.find((one) => one.kind === "id" && one.name === field.name.slice(0, -"_name".length))
    : undefined;

/** Whether an id says nothing to a person because its name stands beside it. */
export const has_name_beside = (field: Field, fields: readonly Field[]): boolean =>
  field.kind === "id" && fields.some((one) => one.name === `${field.name}_name`);

/** The page of the record that a name in a row belongs to, where it has one. */
export function page_of_name(field: Field, fields: readonly Field[], row: Record<string, unknown>): string | null {
  const id = id_beside(field, fields);
  const home = id && home_of(id);
  const number = id && row[id.name];
  const has_page = (pages as readonly { path: string }[]).some((page) => page.path === `${home}/{id}`);
  return has_page && typeof number === "number" ? `${home}/${number}` : null;
}
