// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { question_in, without_rules } from "./roi_question";

test("an address asks for what it names, and a list's own words are no part of it", () => {
  expect(question_in("?by=side&model=time_decay&order=-spend&q=ads&line=0")).toEqual({ by: "side", model: "time_decay", line: "0" });
  expect(question_in("")).toEqual({});
  expect(question_in("?by=&from=2026-01-01")).toEqual({ from: "2026-01-01" });
});

test("the same as agreed leaves the rules out and keeps all else, a list's own words too", () => {
  expect(without_rules("?by=side&model=markov&markov_order=2&lookback_days=30&half_life_days=3&line=0&order=-credit&year=2026")).toEqual({ by: "side", line: "0", order: "-credit", year: "2026" });
});
