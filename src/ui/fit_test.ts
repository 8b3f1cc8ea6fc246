// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { best_first, fit_of } from "./fit";

it("ranks as the server does: the whole name, its beginning, the beginnings of words, within", () => {
  const fits = ["North", "Northwind", "Great North", "Truenorth", "South"].map((name) => fit_of(name, " NORTH "));
  expect(fits).toEqual([0, 1, 2, 3, null]);
  expect(fit_of("Nora Thorn", "tho nor")).toBe(2);
  expect(fit_of("Truenorth", "true south")).toBeNull();
});

it("keeps the order of what fits alike, and leaves out what does not", () => {
  const items = ["Truenorth", "North b", "North a", "South"].map((name) => ({ name }));
  expect(best_first(items, "north").map((item) => item.name)).toEqual(["North b", "North a", "Truenorth"]);
});
