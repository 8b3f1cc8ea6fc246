// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { record_named } from "../ui/described";
import { outcomes, tomorrow_at_nine } from "./call_outcomes";

it("every outcome has one key of its own", () => {
  const choices = record_named("call_draft").fields.find((field) => field.name === "outcome")!.choices;
  expect(outcomes.map((one) => one.name)).toEqual([...choices]);
  expect(new Set(outcomes.map((one) => one.key)).size).toBe(outcomes.length);
});

it.each([
  ["2026-03-02T16:30:00", "2026-03-03T09:00"],
  ["2026-03-06T08:00:00", "2026-03-09T09:00"],
  ["2026-02-28T08:00:00", "2026-03-02T09:00"],
])("after %s comes %s", (now, then) => expect(tomorrow_at_nine(new Date(now))).toBe(new Date(then).toISOString()));
