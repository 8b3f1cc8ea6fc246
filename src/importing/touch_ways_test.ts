// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { beside_columns, constants_of, constants_of_leads, likely_day, name_of_list } from "./touch_ways";

test("what holds for a whole list is said as cells would say it", () => {
  const said = { campaign: "Spring show", day: "2026-03-10", is_electronic: false, side: "sales" };
  expect(constants_of({ ...said, way: "scan" })).toEqual([
    { slot: "campaign", value: "Spring show" },
    { slot: "kind", value: "scan" },
    { slot: "day", value: "2026-03-10" },
  ]);
  expect(constants_of({ ...said, way: "mail", is_electronic: true })[1]).toEqual({ slot: "kind", value: "email" });
  expect(constants_of({ ...said, way: "call", campaign: "" }).map((one) => one.value)).toEqual(["call", "sales", "2026-03-10"]);
});

test("what the list says in a column holds", () => {
  const constants = constants_of({ way: "call", campaign: "Calls", day: "2026-03-10", is_electronic: false, side: "sales" });
  const { said, told } = beside_columns(constants, [{ slot: "campaign_key" }, { slot: "side" }, { slot: "" }, { slot: "at" }]);
  expect(said.map((one) => one.slot)).toEqual(["kind", "day"]);
  expect(told.map((one) => one.slot)).toEqual(["campaign", "side"]);
});

test("the day of a campaign that is still to come is not taken", () => {
  expect(likely_day("2026-03-10", "2026-03-12")).toBe("2026-03-10");
  expect(likely_day("2026-03-13", "2026-03-12")).toBe("2026-03-12");
  expect(likely_day(null, "2026-03-12")).toBe("2026-03-12");
});

test("a list is called after what it is of", () => {
  expect(name_of_list("mail", "Q1/Q2 letter", "2026-03-10")).toBe("Mailing list, Q1-Q2 letter, 2026-03-10.csv");
  expect(name_of_list("visit", "", "2026-03-10")).toBe("Visits, 2026-03-10.csv");
});

test("a list of leads says its campaign and its day, and no kind of touchpoint, which its channel says", () => {
  const said = constants_of_leads("Spring show", "2026-03-10");
  expect(said).toEqual([
    { slot: "campaign", value: "Spring show" },
    { slot: "day", value: "2026-03-10" },
  ]);
  expect(beside_columns(said, [{ slot: "created_on" }, { slot: "campaign_key" }]).said).toEqual([said[1]]);
});
