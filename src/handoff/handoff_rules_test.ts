// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { HandoffRow, QueueItem } from "../ui/api.gen";
import { after_it, asker_in_words, beside_it, fate_in_words, held_in_words, is_to_hand_back, is_to_hand_on, leaves_when_spoken_with, not_to_be_reached, now_in_words, standing_in_queue, steps_for, why_in_words } from "./handoff_rules";

const row = (given: Partial<HandoffRow> = {}) =>
  ({ state: "waiting", ask: "take_over", to_side: "sales", assigned_to: 4, assigned_to_name: "Karl Weber", submitted_by: 3, handed_back_at: null, decided_by_name: "", reason: "", ...given }) as HandoffRow;
const item = (given: Partial<QueueItem> = {}) => ({ why: "yours", sentence: "to be answered within 4 business hours", is_late: false, escalation: "none", handoff: row(), ...given }) as QueueItem;
const all = { may_decide: true, may_take: true };

it("tells each one’s own part, and what stood with nobody", () => {
  expect(held_in_words({ assigned_to: 4, assigned_to_name: "Karl Weber" }, 40.66)).toBe("40.7 business hours with Karl Weber");
  expect(held_in_words({ assigned_to: null, assigned_to_name: "" }, 1)).toBe("1 business hour with nobody");
});

describe("what can be done", () => {
  it("about a lead that somebody has: answer it or put it back, not take it", () => {
    expect(steps_for(row(), all)).toEqual(["accepted", "rejected", "recycled", "returned"]);
  });
  it("about one that is nobody's: take it first, or answer it at once; there is nothing to put back", () => {
    expect(steps_for(row({ assigned_to: null }), all)).toEqual(["assigned", "accepted", "rejected", "recycled"]);
  });
  it("about a question: answer it", () => {
    expect(steps_for(row({ ask: "information" }), all)).toEqual(["answered", "returned"]);
  });
  it("what sales took on it hands back, once", () => {
    const taken = row({ state: "accepted" });
    expect(is_to_hand_back(taken, "sales")).toBe(true);
    expect(is_to_hand_back(taken, "marketing")).toBe(false);
    expect(is_to_hand_back(row(), "sales")).toBe(false);
    expect(is_to_hand_back({ ...taken, handed_back_at: "2026-05-04T09:00:00.000Z" }, "sales")).toBe(false);
  });
  it("nothing about what is settled, or is somebody else's", () => {
    expect(steps_for(row({ state: "accepted" }), all)).toEqual([]);
    expect(steps_for(row(), { may_decide: false, may_take: true })).toEqual([]);
  });
  it("about a lead that came in: hand it on, if one may decide and it waits still", () => {
    const came_in = row({ ask: "qualify", to_side: "marketing" });
    expect(is_to_hand_on(came_in, all)).toBe(true);
    expect(is_to_hand_on(came_in, { may_decide: false, may_take: true })).toBe(false);
    expect(is_to_hand_on({ ...came_in, state: "answered" }, all)).toBe(false);
    expect(is_to_hand_on(row(), all)).toBe(false);
    const in_queue = { may_decide: false, may_take: true };
    expect(is_to_hand_on({ ...came_in, state: "accepted" }, in_queue)).toBe(true);
    expect(is_to_hand_on({ ...came_in, state: "accepted", handed_back_at: "2026-05-04T09:00:00.000Z" }, in_queue)).toBe(false);
    expect(is_to_hand_on({ ...came_in, ask: "information", submitted_by: null }, all)).toBe(true);
    expect(is_to_hand_on({ ...came_in, ask: "information", submitted_by: null, to_side: "sales" }, all)).toBe(false);
    expect(asker_in_words({ submitted_by: null, submitted_by_name: "" })).toBe("came in by itself");
    expect(asker_in_words({ submitted_by: 3, submitted_by_name: "Ines Duarte" })).toBe("by Ines Duarte");
  });
  it("in a queue: what waits is answered, what is to be spoken with or back again is not", () => {
    expect(standing_in_queue(item({ why: "deputy" }), "sales")).toEqual(all);
    expect(standing_in_queue(item({ why: "to_contact" }), "sales").may_decide).toBe(false);
    expect(standing_in_queue(item({ why: "again" }), "marketing")).toEqual({ may_decide: false, may_take: false });
  });
});

describe("in words", () => {
  it("late is said, and whose move it is besides", () => {
    expect(now_in_words(item())).toBe("To be answered within 4 business hours");
    const late = item({ is_late: true, sentence: "to be answered 3 business hours ago", escalation: "manager" });
    expect(now_in_words(late)).toBe("Late: to be answered 3 business hours ago; the manager’s move too");
  });
  it("why it is in the queue", () => {
    expect(why_in_words(item({ why: "deputy", handoff: row({ ask: "nurture" }) }))).toBe("To nurture, as deputy");
    expect(why_in_words(item({ handoff: row({ ask: "qualify", to_side: "marketing" }) }))).toBe("To qualify");
    expect(why_in_words(item({ why: "to_contact" }))).toBe("To speak with");
    expect(why_in_words(item({ why: "gone" }))).toBe("To take over, of who is not there");
    expect(why_in_words(item({ why: "gone", handoff: row({ state: "accepted" }) }))).toBe("To speak with, of who is not there");
    expect(why_in_words(item({ why: "deputy", handoff: row({ state: "accepted" }) }))).toBe("To speak with, as deputy");
    expect(why_in_words(item({ why: "manager", handoff: row({ state: "accepted" }) }))).toBe("To speak with, as manager");
  });
  it("a call settles what is to be spoken with, whoever's it is, and not what waits or is back", () => {
    expect(leaves_when_spoken_with(item({ why: "deputy", handoff: row({ state: "accepted" }) }))).toBe(true);
    expect(leaves_when_spoken_with(item())).toBe(false);
    expect(leaves_when_spoken_with(item({ handoff: row({ ask: "information", submitted_by: null }) }))).toBe(true);
    expect(leaves_when_spoken_with(item({ handoff: row({ ask: "information", submitted_by: 3 }) }))).toBe(false);
    expect(leaves_when_spoken_with(item({ why: "again", handoff: row({ state: "recycled" }) }))).toBe(false);
  });
  it("nobody's is late like anybody's", () => {
    const free = item({ why: "free", is_late: true, sentence: "nobody’s for 2 business days, to be answered 1 business day ago", escalation: "manager" });
    expect(now_in_words(free)).toBe("Late: nobody’s for 2 business days, to be answered 1 business day ago; the manager’s move too");
  });
  it("what became of it meanwhile", () => {
    expect(fate_in_words(row())).toBe("Karl Weber has it now.");
    expect(fate_in_words(row({ assigned_to: null, assigned_to_name: "" }))).toBe("It waits for whoever takes it.");
    expect(fate_in_words(row({ state: "rejected", decided_by_name: "Maria Keller", reason: "No need" }))).toBe("Maria Keller rejected it: No need.");
    expect(fate_in_words(row({ state: "withdrawn", decided_by: 5, decided_by_name: "Ines Duarte" }))).toBe("Ines Duarte withdrew it.");
    expect(fate_in_words(row({ state: "withdrawn", decided_by: null }))).toBe("By its record nobody owes an answer any more.");
  });
  it("whoever refuses calls is written to, unless they refuse that as well", () => {
    const reached = { contact_email: "nora@north.example" };
    expect(not_to_be_reached(reached, "", "")).toEqual([]);
    expect(not_to_be_reached(reached, "Nora asked.", "")).toEqual([{ what: "Not to be called.", why: "Nora asked. Write to them instead." }]);
    expect(not_to_be_reached(reached, "Nora asked.", "She did.")).toEqual([
      { what: "Not to be called.", why: "Nora asked." },
      { what: "Not to be written to by e-mail.", why: "She did." },
    ]);
    expect(not_to_be_reached({ contact_email: "" }, "Nora asked.", "")).toEqual([{ what: "Not to be called.", why: "Nora asked." }]);
  });
  it("who asked again is told as that, and what is kept as kept", () => {
    expect(why_in_words(item({ handoff: row({ ask: "information", submitted_by: null }) }))).toBe("Asked again");
    expect(why_in_words(item({ handoff: row({ ask: "information" }) }))).toBe("Question");
    expect(why_in_words(item({ why: "to_contact", handoff: row({ ask: "qualify", state: "accepted" }) }))).toBe("Kept");
  });
});

describe("going on", () => {
  it("after one is done, what came behind it; at the end, what stood before", () => {
    expect(after_it([3, 5, 8], 5)).toBe(8);
    expect(after_it([3, 5, 8], 8)).toBe(5);
    expect(after_it([3], 3)).toBeNull();
    expect(after_it([3, 5], 9)).toBe(3);
  });
  it("by keys from one to the next, and no further than the ends", () => {
    expect(beside_it([3, 5, 8], 5, 1, 0)).toBe(8);
    expect(beside_it([3, 5, 8], 8, 1, 0)).toBe(8);
    expect(beside_it([3, 5, 8], 3, -1, 0)).toBe(3);
    expect(beside_it([], null, 1, 0)).toBeNull();
  });
  it("from one that somebody else took, to what stands in its place now", () => {
    expect(beside_it([3, 8, 9], 5, 1, 1)).toBe(8);
    expect(beside_it([3, 8, 9], 5, -1, 1)).toBe(3);
    expect(beside_it([3], 5, 1, 1)).toBe(3);
  });
});
