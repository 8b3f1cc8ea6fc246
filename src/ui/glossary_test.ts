// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { GlossaryTerm } from "./api.gen";
import { entry_for } from "./glossary";

const entry = (term: string, link: string, territories: number[]): GlossaryTerm => ({
  term,
  definition: `${term} by ${link}`,
  responsible: "sales",
  is_provisional: false,
  why_provisional: "",
  agreement: link,
  link,
  territories,
});
const items = [entry("Proposal", "/company", []), entry("Demo", "/company", []), entry("Proposal", "/west", [3, 4])];

it("takes a word's sense from the territory, the company, or the version that judges", () => {
  expect(entry_for(items, "proposal", 3)?.link).toBe("/west");
  expect(entry_for(items, "Proposal", 9)?.link).toBe("/company");
  expect(entry_for(items, "Proposal", null)?.link).toBe("/company");
  expect(entry_for(items, "Proposal", null, "/west")?.link).toBe("/west");
  expect(entry_for(items, "Demo", 3)).toBeUndefined();
  expect(entry_for(items, "Closed", null)).toBeUndefined();
});
