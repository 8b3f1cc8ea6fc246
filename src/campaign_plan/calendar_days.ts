// SPDX-License-Identifier: Apache-2.0
import type { CalendarRow, CampaignTask } from "../ui/api.gen";

const day_ms = 86_400_000;
const number_of = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / day_ms);
const day_of = (number: number) => new Date(number * day_ms).toISOString().slice(0, 10);
export const days_later = (day: string, days: number) => day_of(number_of(day) + days);

/** The days that the calendar shows: a quarter or a year, both ends included. */
export interface Span {
  /** `2026-Q4` or `2026`, as it stands in the address. */
  name: string;
  from: string;
  until: string;
}

export const quarter_of = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The span of that name, else the quarter of today. */
export function span_named(name: string | null, today: string): Span {
  const found = /^(\d{4})(?:-Q([1-4]))?$/.exec(name ?? "");
  if (!found) return span_named(quarter_of(today), today);
  const year = Number(found[1]);
  const first = found[2] ? (Number(found[2]) - 1) * 3 : 0;
  const months = found[2] ? 3 : 12;
  const at = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { name: found[0], from: at(first), until: days_later(at(first + months), -1) };
}

/** The span before or after one, of its kind. */
export function beside(span: Span, step: 1 | -1): string {
  const day = step > 0 ? days_later(span.until, 1) : days_later(span.from, -1);
  return span.name.includes("Q") ? quarter_of(day) : day.slice(0, 4);
}

/** "October to December 2026", "2026" */
export function span_in_words({ name, from, until }: Span): string {
  if (!name.includes("Q")) return name;
  const month = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { month: "long", timeZone: "UTC" });
  return `${month(from)} to ${month(until)} ${name.slice(0, 4)}`;
}

/** Where a day lies in the span, in percent of its width; its beginning. */
export const place_of = (span: Span, day: string) => {
  const days = number_of(span.until) - number_of(span.from) + 1;
  return (100 * (number_of(day) - number_of(span.from))) / days;
};

export const is_in = (span: Span, day: string) => span.from <= day && day <= span.until;

export interface Bar {
  left: number;
  width: number;
  /** It began before the span, or goes on after it. */
  is_from_before: boolean;
  goes_on: boolean;
}

/** The bar of a campaign that runs on some day of the span. */
export function bar_of(span: Span, { starts_on, ends_on }: Pick<CalendarRow, "starts_on" | "ends_on">): Bar {
  const from = starts_on === null || starts_on < span.from ? span.from : starts_on;
  const until = ends_on === null || ends_on > span.until ? span.until : ends_on;
  const left = place_of(span, from);
  return {
    left,
    width: place_of(span, days_later(until, 1)) - left,
    is_from_before: starts_on === null || starts_on < span.from,
    goes_on: ends_on === null || ends_on > span.until,
  };
}

export interface Tick {
  day: string;
  /** "Oct" at a month's first tick, else the day of the month: "12". */
  label: string;
  is_month: boolean;
}

/** Mondays of a quarter, months of a year; the first of a month says which. */
export function ticks_of(span: Span): Tick[] {
  const month = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { month: "short", timeZone: "UTC" });
  const ticks: Tick[] = [];
  for (let day = span.from; day <= span.until; day = days_later(day, 1)) {
    const is_month = day.endsWith("-01");
    const is_monday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
    if (is_month) ticks.push({ day, label: month(day), is_month });
    else if (is_monday && span.name.includes("Q") && !is_near_month(day)) ticks.push({ day, label: String(Number(day.slice(8))), is_month });
  }
  return ticks;
}

/** So near to a month's first day that the two would stand in each other's place. */
const is_near_month = (day: string) => Number(day.slice(8)) < 6 || days_later(day, 4).slice(5, 7) !== day.slice(5, 7);

export const groupings = ["none", "channel", "side", "territory", "product"] as const;
export type Grouping = (typeof groupings)[number];
export const grouping_named = (name: string | null): Grouping => groupings.find((one) => one === name) ?? "none";

export interface Group {
  name: string;
  rows: CalendarRow[];
}

/** Campaigns by what they have in common; one for several territories or products stands with each of them. */
export function groups_of(rows: readonly CalendarRow[], by: Grouping): Group[] {
  if (by === "none") return [{ name: "", rows: [...rows] }];
  const groups = new Map<string, CalendarRow[]>();
  for (const row of rows) {
    for (const name of names_by(row, by)) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, of]) => ({ name, rows: of })).sort((a, b) => a.name.localeCompare(b.name));
}

function names_by(row: CalendarRow, by: Grouping): readonly string[] {
  if (by === "channel") return [row.channel_name || "No channel"];
  if (by === "side") return [row.side === "sales" ? "Sales" : "Marketing"];
  if (by === "territory") return row.territory_names.length > 0 ? row.territory_names : ["Everywhere"];
  return row.product_names.length > 0 ? row.product_names : ["All products"];
}

export interface Week {
  monday: string;
  starts: CalendarRow[];
  ends: CalendarRow[];
  due: CampaignTask[];
}

/** The weeks of the span in which something begins, ends or is due, for narrow screens. */
export function weeks_of(span: Span, rows: readonly CalendarRow[]): Week[] {
  const weeks = new Map<string, Week>();
  const week_of = (day: string) => {
    const monday = days_later(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    const week = weeks.get(monday) ?? { monday, starts: [], ends: [], due: [] };
    weeks.set(monday, week);
    return week;
  };
  for (const row of rows) {
    if (row.starts_on !== null && is_in(span, row.starts_on)) week_of(row.starts_on).starts.push(row);
    if (row.ends_on !== null && is_in(span, row.ends_on)) week_of(row.ends_on).ends.push(row);
    for (const task of row.tasks) if (is_in(span, task.due_on)) week_of(task.due_on).due.push(task);
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}
