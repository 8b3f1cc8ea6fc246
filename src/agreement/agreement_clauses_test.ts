// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import * as clauses from "./agreement_clauses";
import { day_after } from "./agreement_days";
import { stages_in_data, unmapped } from "./agreement_stages";

const body = {
  stages: [
    { name: "Inquiry", definition: "A raised hand.", time_allowed_hours: 16, crm_stages: ["New", "MQL"] },
    { name: "v1.0 [test]", definition: "Odd.", time_allowed_hours: 8, crm_stages: [] },
  ],
  lost_reasons: ["Price"],
  untouched_after_hours: 40,
};

describe("a clause's path", () => {
  it("is taken apart where an item's name holds dots and brackets", () => {
    expect(clauses.steps_of("stages[v1.0 [test]].time_allowed_hours")).toEqual([
      { name: "stages", item: "v1.0 [test]" },
      { name: "time_allowed_hours", item: null },
    ]);
  });

  it("finds what a body says", () => {
    expect(clauses.value_at(body, "stages[Inquiry].time_allowed_hours")).toBe(16);
    expect(clauses.value_at(body, "stages[v1.0 [test]].definition")).toBe("Odd.");
    expect(clauses.value_at(body, "untouched_after_hours")).toBe(40);
    expect(clauses.value_at(body, "stages[Gone].definition")).toBeUndefined();
  });

  it("is said in words", () => {
    expect(clauses.clause_in_words("funnel", "stages[Inquiry].time_allowed_hours")).toBe("Inquiry: time allowed");
    expect(clauses.clause_in_words("funnel", "stages[Inquiry]")).toBe("Inquiry");
    expect(clauses.clause_in_words("funnel", "stages")).toBe("Stages");
    expect(clauses.clause_in_words("funnel", "untouched_after_hours")).toBe("Untouched after");
    expect(clauses.clause_in_words("funnel", "unheard_of")).toBe("unheard_of");
  });

  it("holds its parts and nothing that only begins alike", () => {
    expect(clauses.is_within("stages[Won].definition", "stages[Won]")).toBe(true);
    expect(clauses.is_within("stages[Won]", "stages")).toBe(true);
    expect(clauses.is_within("stages[Won back].definition", "stages[Won]")).toBe(false);
    expect(clauses.is_within("lost_reasons_more", "lost_reasons")).toBe(false);
  });

  it("is offered for every field of every stage", () => {
    const all = clauses.all_clauses("funnel", body);
    expect(all).toContain("stages[Inquiry]");
    expect(all).toContain("stages[Inquiry].time_allowed_hours");
    expect(all).toContain("lost_reasons");
    expect(all).not.toContain("stages[Inquiry].name");
  });
});

describe("two versions", () => {
  it("differ by the stages that went and those that came", () => {
    const after = [{ name: "Inquiry" }, { name: "Won" }];
    expect(clauses.one_sided(body.stages, after)).toEqual(["v1.0 [test]", "Won"]);
    expect(clauses.one_sided(undefined, after)).toEqual(["Inquiry", "Won"]);
  });
});

describe("stages in the data", () => {
  const figure = (number: number) => ({ name: "", unit: "count" as const, number, money: null, formula: "", inputs: [], as_of: 1, why: "", link: "" });
  const totals = { open_by_stage: ["new", "MQL", "Engaging", "inquiry", ""].map((stage, at) => ({ stage, count: figure(at + 1), values: [] })) };

  it("are unmapped where no step takes them, in whatever case", () => {
    expect(unmapped(stages_in_data(totals), body)).toEqual([{ name: "Engaging", count: 3 }]);
  });

  it("are all unmapped while there is no step", () => {
    expect(unmapped(stages_in_data(totals), {})).toHaveLength(4);
    expect(stages_in_data(undefined)).toEqual([]);
  });
});

it("counts days over the end of a month and of a year", () => {
  expect(day_after("2026-12-25", 14)).toBe("2027-01-08");
  expect(day_after("2028-02-28", 1)).toBe("2028-02-29");
});

it("says where in a form something is", () => {
  expect(clauses.place_in_words(body, "stages.0.definition")).toBe("Inquiry: ");
  expect(clauses.place_in_words({ stages: [{ name: "" }] }, "stages.0.name")).toBe("Number 1: ");
  expect(clauses.place_in_words(body, "lost_reasons")).toBe("");
});

it("knows the kind of a territory's agreement", () => {
  expect(clauses.kind_of("funnel-3")).toBe("funnel");
  expect(clauses.kind_of("funnel")).toBe("funnel");
});
