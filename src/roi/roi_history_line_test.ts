// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { brackets_of, place_of } from "./roi_history_line";

const journey = (from: string, until: string) => ({ id: 1, name: "A-1", from, until, touchpoints: 2, revenue: { minor: 1, currency: "USD" } });

test("a moment stands where it lies between the first and the last", () => {
  expect(place_of("2026-01-06", "2026-01-01", "2026-01-11")).toBe(50);
  expect(place_of("2025-01-06", "2026-01-01", "2026-01-11")).toBe(0);
  expect(place_of("2026-01-01", "2026-01-01", "2026-01-01")).toBe(50);
});

test("journeys that overlap stand beneath each other, and one after the other in one row", () => {
  const all = [journey("2026-01-01", "2026-01-05"), journey("2026-01-03", "2026-01-11"), journey("2026-01-06", "2026-01-08")];
  const brackets = brackets_of(all, "2026-01-01", "2026-01-11");
  expect(brackets.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(brackets[0]).toMatchObject({ left: 0, width: 40 });
  expect(brackets_of([...all, ...all, ...all], "2026-01-01", "2026-01-11", 2).every(({ row }) => row < 2)).toBe(true);
});
