// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { CalendarRow } from "../ui/api.gen";
import { bar_of, beside, groups_of, place_of, quarter_of, span_in_words, span_named, ticks_of, weeks_of } from "./calendar_days";

const row = (name: string, starts_on: string | null, ends_on: string | null, more: Partial<CalendarRow> = {}) =>
  ({ name, starts_on, ends_on, territory_names: [], product_names: [], channel_name: "", side: "marketing", tasks: [], ...more }) as unknown as CalendarRow;

describe("the days that the calendar shows", () => {
  it("are the quarter or the year that the address names, else the quarter of today", () => {
    expect(span_named("2026-Q4", "2026-03-01")).toEqual({ name: "2026-Q4", from: "2026-10-01", until: "2026-12-31" });
    expect(span_named("2024", "2026-03-01")).toEqual({ name: "2024", from: "2024-01-01", until: "2024-12-31" });
    expect(span_named(null, "2026-03-31").name).toBe("2026-Q1");
    expect(span_named("soon", "2026-04-01").name).toBe("2026-Q2");
  });

  it("go on to those beside them, over a year's end", () => {
    expect(beside(span_named("2026-Q4", ""), 1)).toBe("2027-Q1");
    expect(beside(span_named("2026-Q1", ""), -1)).toBe("2025-Q4");
    expect(beside(span_named("2026", ""), -1)).toBe("2025");
    expect(span_in_words(span_named("2026-Q1", ""))).toBe("January to March 2026");
  });

  it("hold every day in one quarter only", () => {
    for (let day = Date.UTC(2023, 11, 25); day < Date.UTC(2025, 1, 5); day += 86_400_000) {
      const text = new Date(day).toISOString().slice(0, 10);
      const span = span_named(quarter_of(text), text);
      expect(span.from <= text && text <= span.until).toBe(true);
      expect(place_of(span, text)).toBeGreaterThanOrEqual(0);
      expect(place_of(span, text)).toBeLessThan(100);
    }
  });
});

describe("bars", () => {
  const span = span_named("2026-Q1", "");
  it("are as long as the days that lie in the span", () => {
    const one_day = bar_of(span, row("a", "2026-01-01", "2026-01-01"));
    expect(one_day.left).toBe(0);
    expect(one_day.width).toBeCloseTo(100 / 90);
    const whole = bar_of(span, row("a", "2025-06-01", null));
    expect(whole).toEqual({ left: 0, width: 100, is_from_before: true, goes_on: true });
  });

  it("have a tick at each month, and at each Monday of a quarter that is not too near to it", () => {
    expect(ticks_of(span).filter((tick) => tick.is_month).map((tick) => tick.label)).toEqual(["Jan", "Feb", "Mar"]);
    expect(ticks_of(span).slice(0, 4).map((tick) => tick.label)).toEqual(["Jan", "12", "19", "26"]);
    expect(ticks_of(span_named("2026-Q4", "")).map((tick) => tick.day)).not.toContain("2026-11-30");
    expect(ticks_of(span_named("2026", ""))).toHaveLength(12);
  });
});

describe("groups and weeks", () => {
  it("a campaign for two territories stands with each, one for all with everywhere", () => {
    const rows = [row("a", null, null, { territory_names: ["West", "South"] }), row("b", null, null)];
    expect(groups_of(rows, "territory").map(({ name, rows: of }) => [name, of.map((one) => one.name)])).toEqual([
      ["Everywhere", ["b"]],
      ["South", ["a"]],
      ["West", ["a"]],
    ]);
    expect(groups_of(rows, "none")).toHaveLength(1);
  });

  it("a week says what starts, what ends and what is due in it, Monday to Sunday", () => {
    const span = span_named("2026-Q1", "");
    const tasks = [{ name: "Call", due_on: "2026-01-18" }] as CalendarRow["tasks"];
    const weeks = weeks_of(span, [row("a", "2026-01-12", "2026-03-31", { tasks }), row("b", "2025-01-01", null)]);
    expect(weeks.map((week) => week.monday)).toEqual(["2026-01-12", "2026-03-30"]);
    expect(weeks[0]!.due).toHaveLength(1);
    expect(weeks[1]!.ends.map((one) => one.name)).toEqual(["a"]);
  });
});
