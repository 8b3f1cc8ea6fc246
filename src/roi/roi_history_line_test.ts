// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { brackets_of, place_of, ticks_of } from "./roi_history_line";

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

test("the line is divided at firsts of months or years, each with its year, and never too finely", () => {
  expect(ticks_of("2025-07-29T10:00:00Z", "2026-10-19").map(({ words }) => words)).toEqual(["Sep 2025", "Nov 2025", "Jan 2026", "Mar 2026", "May 2026", "Jul 2026", "Sep 2026"]);
  expect(ticks_of("2026-01-01", "2026-07-31")[0]).toMatchObject({ day: "2026-01-01", words: "Jan 2026", left: 0 });
  expect(ticks_of("2005-03-04", "2026-07-31").map(({ words }) => words)).toEqual(["2006", "2008", "2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"]);
  expect(ticks_of("2026-02-20", "2026-03-03").map(({ words }) => words)).toEqual(["20 Feb 2026", "22 Feb 2026", "24 Feb 2026", "26 Feb 2026", "28 Feb 2026", "2 Mar 2026"]);
  expect(ticks_of("2026-02-20", "2026-02-20")).toEqual([]);
});

test("whatever the line's length it has some ticks, and not so many that they touch", () => {
  for (let days = 4; days < 9000; days = Math.ceil(days * 1.13)) {
    const until = new Date(Date.parse("2001-03-15") + days * 86_400_000).toISOString();
    const ticks = ticks_of("2001-03-15", until);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(13);
    expect(ticks.every(({ left }) => left >= 0 && left <= 100)).toBe(true);
  }
});
