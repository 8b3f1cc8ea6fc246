// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from "vitest";
import type { Field } from "./described";
import { has_name_beside, home_of, page_of_name } from "./references";

vi.mock("./pages.gen", () => ({ pages: [{ path: "/people/{id}" }, { path: "/accounts" }] }));

const field = (name: string, kind: Field["kind"]): Field => ({
  name,
  sentence: "",
  kind,
  unit: "none",
  choices: [],
  record: "",
  is_list: false,
  is_optional: false,
});
const fields = [field("id", "id"), field("owner", "id"), field("owner_name", "text"), field("account", "id"), field("account_name", "text")];
const [id, owner, owner_name, , account_name] = fields as [Field, Field, Field, Field, Field];

it("knows where the records live that a field refers to", () => {
  expect(home_of(owner)).toBe("/people");
  expect(home_of(field("account_id", "id"))).toBe("/accounts");
  expect(home_of({ ...field("territories", "id"), is_list: true })).toBe("/territories");
  expect(home_of(id)).toBeNull();
  expect(home_of(field("owner", "text"))).toBeNull();
});

it("shows a name in its number's place", () => {
  expect(has_name_beside(owner, fields)).toBe(true);
  expect(has_name_beside(id, fields)).toBe(false);
});

it("links a name where its record has a page and is known", () => {
  const row = { owner: 7, owner_name: "Maria Keller", account: 3, account_name: "Acme" };
  expect(page_of_name(owner_name, fields, row)).toBe("/people/7");
  expect(page_of_name(owner_name, fields, { ...row, owner: null })).toBeNull();
  expect(page_of_name(account_name, fields, row)).toBeNull();
});
