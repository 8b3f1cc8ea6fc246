// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { label_of, words_of, type Field } from "./described";
import { as_sentence, count_of, format_day, format_instant, format_unit, format_value, list_in_words } from "./format";
import { exponent_of, format_money, has_cents, major_of, money_of } from "./money";

const reader = { locale: "en-US", today: "2026-11-23", time_zone: "Europe/Berlin" };
const field = (kind: Field["kind"], more: Partial<Field> = {}): Field => ({
  name: "x",
  sentence: "",
  kind,
  unit: "none",
  choices: [],
  record: "",
  is_list: false,
  is_optional: true,
  ...more,
});

describe("money", () => {
  it("has as many decimals as its currency", () => {
    expect([exponent_of("USD"), exponent_of("JPY"), exponent_of("KWD")]).toEqual([2, 0, 3]);
    expect(format_money({ minor: 1234, currency: "JPY" }, reader)).toBe("¥1,234");
    expect(format_money({ minor: 18_620_000, currency: "USD" }, reader)).toBe("$186,200");
    expect(format_money({ minor: 1_050, currency: "USD" }, reader)).toBe("$10.50");
  });
  it("shows cents for all of a column or for none", () => {
    expect(format_money({ minor: 100_000, currency: "USD" }, { ...reader, with_cents: true })).toBe("$1,000.00");
    expect([has_cents({ minor: 100, currency: "USD" }), has_cents({ minor: 101, currency: "USD" })]).toEqual([false, true]);
  });
  it("follows the reader's locale, and shows a currency it does not know by its code", () => {
    expect(format_money({ minor: 123_456_00, currency: "EUR" }, { locale: "de-DE" })).toMatch(/^123\.456\s€$/);
    expect(format_money({ minor: 500, currency: "??" }, reader)).toBe("?? 5");
    expect(format_money({ minor: -500, currency: "USD" }, reader)).toBe("−$5");
  });
  it("survives being typed, whatever a float makes of it", () => {
    for (const minor of [1, 7, 29, 115, 1_999, 4_35, 8_10, 100_000_000_001]) {
      expect(money_of(major_of({ minor, currency: "USD" }), "USD").minor).toBe(minor);
    }
  });
});

describe("days and times", () => {
  it("leave out this year", () => {
    expect(format_day("2026-10-26", reader)).toBe("26 Oct");
    expect(format_day("2025-10-26", reader)).toBe("26 Oct 2025");
    expect(format_day("2026-09-28", reader, "long")).toBe("28 September");
  });
  it("stand on the company's clock, across midnight too", () => {
    expect(format_instant("2026-11-22T23:30:00.000Z", reader)).toBe("23 Nov, 00:30");
  });
  it("are shown as they came where they are no days", () => {
    expect(format_day("never", reader)).toBe("never");
  });
});

describe("values", () => {
  it("are never zero for want of data", () => {
    expect(format_value(null, field("number"), reader)).toBe("—");
    expect(format_value(0, field("number"), reader)).toBe("0");
    expect(format_value([], field("text", { is_list: true }), reader)).toBe("none");
  });
  it("carry their unit", () => {
    expect(format_unit(64, "hours", reader)).toBe("64 h");
    expect(format_unit(3.8, "percent", reader)).toBe("3.8%");
    expect(format_unit(1, "days", reader)).toBe("1 day");
    expect(format_unit(-1_500, "count", reader)).toBe("−1,500");
  });
  it("say choices in words and leave numbers of records alone", () => {
    expect(format_value("marketing_manager", field("choice"), reader)).toBe("Marketing manager");
    expect(format_value(12_345, field("id"), reader)).toBe("12345");
    expect(format_value(1_987, field("integer", { name: "founded_year" }), reader)).toBe("1987");
  });
});

describe("words", () => {
  it("name a field without repeating its unit", () => {
    expect(label_of(field("integer", { name: "time_allowed_hours", unit: "hours" }))).toBe("Time allowed");
    expect(label_of(field("id", { name: "account_id" }))).toBe("Account");
    expect(label_of(field("boolean", { name: "is_key" }))).toBe("Key");
    expect(words_of("crm_stages")).toBe("CRM stages");
  });
  it("join and count", () => {
    expect([list_in_words([]), list_in_words(["a"]), list_in_words(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
    expect([count_of(1, "gap"), count_of(2, "gap"), count_of(1_200, "opportunity", "opportunities", reader)]).toEqual([
      "1 gap",
      "2 gaps",
      "1,200 opportunities",
    ]);
  });
});

it("ends a sentence once", () => {
  expect(["Locked by Maria", "The sides stayed apart.", "Why?", "“It is too tight.”"].map(as_sentence)).toEqual([
    "Locked by Maria.",
    "The sides stayed apart.",
    "Why?",
    "“It is too tight.”",
  ]);
});
