// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { day_before, is_overdue, may_report } from "./action_rules";

const action = { person: 4, side: "sales" as const };

it("is reported by who promised it, or by a manager of their side", () => {
  expect(may_report(action, { id: 4, role: "salesperson", side: "sales" })).toBe(true);
  expect(may_report(action, { id: 2, role: "sales_manager", side: "sales" })).toBe(true);
  expect(may_report(action, { id: 5, role: "salesperson", side: "sales" })).toBe(false);
  expect(may_report(action, { id: 3, role: "marketing_manager", side: "marketing" })).toBe(false);
  expect(may_report(action, { id: 9, role: "administrator", side: "none" })).toBe(false);
});

it("is overdue from the day after its day", () => {
  expect(is_overdue({ due_on: "2026-11-22", done_on: null }, "2026-11-23")).toBe(true);
  expect(is_overdue({ due_on: "2026-11-23", done_on: null }, "2026-11-23")).toBe(false);
  expect(is_overdue({ due_on: "2026-11-01", done_on: "2026-11-20" }, "2026-11-23")).toBe(false);
  expect(day_before("2026-03-01")).toBe("2026-02-28");
});
