// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { drop_in_words, phase_of } from "./mailing_days";

it.each([
  ["2026-03-09", null, "to_come"],
  ["2026-03-05", null, "today"],
  ["2026-03-04", null, "overdue"],
  ["2026-03-04", "2026-03-05", "gone_out"],
  ["2026-03-09", "2026-03-09", "gone_out"],
])("planned for %s and gone out on %s, it is %s on 5 March", (drops_on, went_out_on, phase) =>
  expect(phase_of({ drops_on, went_out_on }, "2026-03-05")).toBe(phase),
);

it("an overdue mailing is not said to have gone out", () => {
  const list = { drops_on: "2026-03-04", went_out_on: null, dropped_by_name: "", campaign_name: "Spring letter" };
  expect(drop_in_words(list, { today: "2026-03-05" })).toContain("nobody has said yet that it did");
});
