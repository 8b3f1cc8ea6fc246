// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { currency_choices } from "./currencies";

test("every currency stands in the list once, by code and name, the likely ones first", () => {
  const choices = currency_choices("CHF", "", "USD", "CHF");
  expect(choices.slice(0, 2)).toEqual([
    { value: "CHF", label: "CHF: Swiss Franc" },
    { value: "USD", label: "USD: US Dollar" },
  ]);
  expect(choices).toContainEqual({ value: "BRL", label: "BRL: Brazilian Real" });
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
});

test("a code that nobody knows is shown as it was written", () => {
  expect(currency_choices("?")[0]).toEqual({ value: "?", label: "?" });
});
