// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { cohort_question_in, drawn_of, heat_of, of_all_months, title_of_orders, touched_in } from "./roi_cohort_question";

test("an address asks for a month of spend as it stood, and a list's own words are no part of it", () => {
  const question = cohort_question_in("?by=channel&line=3&of=gross_margin&month=2026-03&months_since=2&order=-credit&q=x");
  expect(question).toEqual({ by: "channel", line: "3", of: "gross_margin", month: "2026-03", months_since: "2" });
  expect(of_all_months(question)).toEqual({ by: "channel", line: "3", of: "gross_margin" });
});

test("a cell is coloured by what it is of the most, and not at all where nothing came back", () => {
  expect([heat_of(50, 200), heat_of(300, 200), heat_of(-5, 200), heat_of(null, 200), heat_of(1, 0)]).toEqual([0.25, 1, 0, 0, 0]);
});

test("the month that is not over is not drawn, and one of which orders still come in is", () => {
  const cells = (...are_incomplete: boolean[]) => are_incomplete.map((is_incomplete) => ({ is_incomplete })) as never;
  const over = { cells: cells(false, false, true) }, through = { cells: cells(false, false) }, running = { cells: cells(true) };
  expect(drawn_of([through, over, running])).toEqual([through, over]);
});

test("orders behind what came back are headed by the month and the line, as far as the address names any", () => {
  expect(title_of_orders("months", "March 2026", "Search ads")).toBe("Orders that touchpoints of March 2026 have a part in: Search ads");
  expect(title_of_orders("months", "", "")).toBe("Orders that touchpoints of these months have a part in");
  expect(title_of_orders("earlier", "", "Search ads")).toBe("Orders that touchpoints of months before have a part in: Search ads");
  expect(title_of_orders("never", "", "Search ads")).toBe("Orders that no touchpoint explains");
  expect([{}, { touched: "never" }, { touched: "earlier" }, { touched: "months" }].map(touched_in)).toEqual(["months", "never", "earlier", "months"]);
});
