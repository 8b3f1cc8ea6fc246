// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { asked_of } from "./open_note";

test("what is open about the contact is asked for, else about the account", () => {
  expect(asked_of({ account: 7, contact: 176 })).toMatchObject({ contact: "176", outcome: "open" });
  expect(asked_of({ account: 7, contact: 176 })).not.toHaveProperty("account");
  expect(asked_of({ account: 7, contact: null })).toMatchObject({ account: "7", outcome: "open" });
});

test("nobody named, nothing asked", () => {
  expect(asked_of({ name: "Ten gauges" })).toBeNull();
});
