// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { clock_of, minute_of } from "./territory_form";

test("every minute of a day is written as a clock and read back", () => {
  for (let minute = 0; minute < 1440; minute += 1) expect(minute_of(clock_of(minute))).toBe(minute);
  expect(clock_of(540)).toBe("09:00");
});

test("an empty clock is no time, not midnight", () => {
  expect(minute_of("")).toBeNull();
  expect(minute_of("00:00")).toBe(0);
});
