// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { bar_of, changed, list_question_in, of_all_steps, question_in } from "./conversion_question";

describe("the question in an address", () => {
  it("keeps what the funnel knows, and drops filters of a list", () => {
    expect(question_in("by=source&line=paid+search&outcome=won&from=")).toEqual({ by: "source", line: "paid search" });
    expect(list_question_in("step=Proposal&by=all&order=-name")).toEqual({ step: "Proposal", by: "all" });
  });
  it("asks no more for what is blank", () => expect(changed({ by: "side", line: "sales" }, { line: "", from: "2026-01-01" })).toEqual({ by: "side", from: "2026-01-01" }));
  it("goes back to all steps", () => {
    expect(of_all_steps({ by: "side", step: "Proposal", begun: "unknown" })).toEqual({ by: "side" });
  });
});

describe("a bar", () => {
  it("is as wide as what came, and its parts are all of it", () => {
    const { went_on, open, lost } = bar_of({ went_on: 30, here: 10, back: 5, lost: 5 }, 100);
    expect(went_on + open + lost).toBe(50);
    expect(went_on).toBe(30);
  });
  it("is nothing where nobody came to any step", () => expect(bar_of({ went_on: 0, here: 0, back: 0, lost: 0 }, 0)).toEqual({ went_on: 0, open: 0, lost: 0 }));
});
