// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { alone_in, question_in, without_only, without_rules } from "./roi_question";

test("an address asks for what it names, and a list's own words are no part of it", () => {
  expect(question_in("?by=side&model=time_decay&order=-spend&q=ads&line=0")).toEqual({ by: "side", model: "time_decay", line: "0" });
  expect(question_in("")).toEqual({});
  expect(question_in("?by=&from=2026-01-01")).toEqual({ from: "2026-01-01" });
});

test("what is asked for alone is part of the question, and can be left out of it", () => {
  const question = question_in("?by=side&only_channel=3&only_side=sales&only_product=0&only_moon=1");
  expect(question).toEqual({ by: "side", only_channel: "3", only_side: "sales", only_product: "0" });
  expect(alone_in(question)).toEqual(["only_channel", "only_side", "only_product"]);
  expect(without_only(question)).toEqual({ by: "side" });
});

test("the same as agreed leaves the rules out and keeps all else, a list's own words too", () => {
  expect(without_rules("?by=side&model=markov&markov_order=2&lookback_days=30&half_life_days=3&line=0&order=-credit&year=2026")).toEqual({ by: "side", line: "0", order: "-credit", year: "2026" });
});
