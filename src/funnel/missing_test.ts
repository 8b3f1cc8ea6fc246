// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { Problem } from "../ui/api";
import { missing_of, with_more } from "./missing";

const refusal = (code: string, fields: string[]) => new Problem(422, { code, detail: "Offer demands more.", errors: fields.map((field) => ({ field, message: `${field} is missing` })) });

describe("what an act lacks", () => {
  it("is what the refusal names; what people do is no field", () => {
    expect(missing_of(refusal("evidence_missing", ["account", "activity"]))).toEqual({ fields: ["account"], needs_activity: true, why: "Offer demands more." });
    expect(missing_of(refusal("handoff_demands_missing", ["contact"]))?.fields).toEqual(["contact"]);
  });
  it("is nothing where it was refused for another reason, or nothing can be given here", () => {
    expect(missing_of(refusal("handoff_not_yours", ["account"]))).toBeNull();
    expect(missing_of(refusal("evidence_missing", []))).toBeNull();
    expect(missing_of(new Error("no connection"))).toBeNull();
  });
  it("is asked for besides what was asked for already", () => {
    const asked = { fields: ["account"], needs_activity: false, why: "First." };
    expect(with_more(asked, { fields: ["account", "contact"], needs_activity: false, why: "Then." })).toEqual({ fields: ["account", "contact"], needs_activity: false, why: "Then." });
  });
});
