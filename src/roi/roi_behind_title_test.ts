// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { line_in, line_in_words, title_behind } from "./roi_behind_title";

test("a list behind a number is headed by the line's name, once it is there", () => {
  expect(title_behind("Orders", { line: "8" }, "Search ads")).toBe("Orders that Search ads has a part in");
  expect(title_behind("Orders", { line: "8" }, "")).toBe("Orders that it has a part in");
  expect(title_behind("Leads", { by: "campaign", line: "0" }, "No campaign")).toBe("Leads that what names no campaign has a part in");
  expect(title_behind("Leads", { by: "month", line: "24314" }, "March 2026")).toBe("Leads of March 2026");
});

test("without a line it lists what is usual there", () => {
  expect(title_behind("Orders", {}, "", "unexplained")).toBe("Orders that no touchpoint explains");
  expect(title_behind("Orders", { line: "all" }, "", "unexplained")).toBe("Orders of these days");
  expect(title_behind("Leads", {}, "")).toBe("Leads of these days");
});

test("all lines together and what nothing explains are no line", () => {
  expect([{}, { line: "all" }, { line: "unexplained" }, { line: "0" }].map(line_in)).toEqual([null, null, null, "0"]);
  expect(line_in_words({ line: "3" }, "Direct mail")).toBe("Direct mail");
});
