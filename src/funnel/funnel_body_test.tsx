// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { evidence_in_words, hours_in_words } from "./funnel_body";

it("says business time as people do, and no limit as no limit", () => {
  expect(hours_in_words(8)).toBe("8 business hours");
  expect(hours_in_words(1)).toBe("1 business hour");
  expect(hours_in_words(12)).toBe("12 business hours");
  expect(hours_in_words(40)).toBe("5 business days (40 h)");
  expect(hours_in_words(0)).toBe("no limit");
});

it("says what must be on record", () => {
  expect(evidence_in_words(["account", "close_date"])).toBe("Account and close date");
  expect(evidence_in_words([])).toBe("nothing in particular");
});
