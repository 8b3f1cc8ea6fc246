// SPDX-License-Identifier: Apache-2.0
import { is_side, words_of, type Field } from "./described";
import { format_money, is_money } from "./money";

/** What a value that is not there is shown as: never as zero. */
export const not_known = "—";

/** Where and when the reader is: numbers follow the locale, days leave out the year of `today`. */
export interface Reader {
  locale?: string | undefined;
  today?: string | undefined;
  time_zone?: string | undefined;
}

export function format_number(value: number, reader: Reader = {}, digits = 2): string {
  return new Intl.NumberFormat(reader.locale, { maximumFractionDigits: digits }).format(value).replace("-", "−");
}

/** 58 is "58%": a percentage is described in hundredths, not as a share of one. */
export const format_percent = (value: number, reader: Reader = {}) => `${format_number(value, reader, 1)}%`;

export const format_hours = (value: number, reader: Reader = {}) => `${format_number(value, reader, 1)} h`;

export const format_days = (value: number, reader: Reader = {}) =>
  `${format_number(value, reader, 1)} ${Math.abs(value) === 1 ? "day" : "days"}`;

/**
 * "26 Oct", or "26 Oct 2025" in another year than today's. Day before month in words for every reader, because the
 * server's sentences are written so and because 10/11 is not the same day everywhere.
 */
export function format_day(day: string, reader: Reader = {}, month: "short" | "long" = "short"): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const name = at.toLocaleDateString("en-US", { month, timeZone: "UTC" });
  const today = reader.today ?? new Date().toISOString();
  const year = at.getUTCFullYear();
  return `${at.getUTCDate()} ${name}${String(year) === today.slice(0, 4) ? "" : ` ${year}`}`;
}

/** "26 Oct, 14:05" on the company's clock, so that colleagues in two places read the same time. */
export function format_instant(instant: string, reader: Reader = {}): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const zone = { timeZone: reader.time_zone ?? "UTC" };
  const day = at.toLocaleDateString("sv-SE", zone);
  const time = at.toLocaleTimeString("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
  return `${format_day(day, reader)}, ${time}`;
}

/** As finely as its source knows it: what is known by the day stands at that day's midnight UTC, and has no time. */
export const format_known = (at: string, precision: string, reader: Reader = {}) =>
  precision === "moment" ? format_instant(at, reader) : format_day(at, reader);

/** A number with the unit it is described with. */
export function format_unit(value: number, unit: string, reader: Reader = {}): string {
  if (unit === "percent") return format_percent(value, reader);
  if (unit === "points") return `${format_number(value, reader, 1)} points`;
  if (unit === "hours") return format_hours(value, reader);
  if (unit === "days") return format_days(value, reader);
  return format_number(value, reader);
}

/** Numbers that name something rather than count it: ids and years have no thousands. */
export const is_name = (field: Field) => field.kind === "id" || /(^|_)year$/.test(field.name);

/** Any single value as text, by its field's description. */
export function format_value(value: unknown, field: Field, reader: Reader = {}, with_cents?: boolean): string {
  if (value === null || value === undefined || value === "") return not_known;
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : value.map((one) => format_value(one, field, reader, with_cents)).join(", ");
  }
  if (is_money(value)) return format_money(value, { locale: reader.locale, with_cents });
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return is_name(field) ? String(value) : format_unit(value, field.unit, reader);
  if (typeof value !== "string") return JSON.stringify(value);
  if (field.kind === "day") return format_day(value, reader);
  if (field.kind === "instant") return format_instant(value, reader);
  if (field.kind === "choice") return is_side(field) && value === "none" ? "No side" : words_of(value);
  return value;
}

/** What stands in the middle of other sentences, where it begins one. */
export const with_capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Words as a whole sentence: with a full stop, unless they end as one already. */
export const as_sentence = (words: string) => (/[.!?…]["”’)]?$/.test(words) ? words : `${words}.`);

/** "a", "a and b", "a, b and c". */
export function list_in_words(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

export const count_of = (count: number, one: string, many = `${one}s`, reader: Reader = {}) =>
  `${format_number(count, reader)} ${count === 1 ? one : many}`;
