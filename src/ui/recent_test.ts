// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it } from "vitest";
import { address_of, forget_recent, note_recent, recent_of } from "./recent";

afterEach(() => localStorage.clear());

it("keeps addresses, the newest first, each once, of each person apart", () => {
  for (const address of ["/accounts/1", "/accounts/2", "/accounts/1"]) note_recent(7, address);
  note_recent(8, "/people/3");
  expect(recent_of(7)).toEqual(["/accounts/1", "/accounts/2"]);
  forget_recent(7);
  expect(recent_of(7)).toEqual([]);
  expect(recent_of(8)).toEqual(["/people/3"]);
});

it("keeps few, and takes what is broken for nothing", () => {
  for (let i = 0; i < 30; i += 1) note_recent(7, `/accounts/${i}`);
  expect(recent_of(7)).toHaveLength(12);
  localStorage.setItem("accord-recent-7", "{broken");
  expect(recent_of(7)).toEqual([]);
});

it("keeps what a page is about, not the day or the filters it was seen with", () => {
  expect(address_of("/gaps/stage_overdue", "about=Proposal (sent)&as_of=2026-03-02")).toBe("/gaps/stage_overdue?about=Proposal%20%28sent%29");
  expect(address_of("/accounts", "q=acme&order=-name")).toBe("/accounts");
});
