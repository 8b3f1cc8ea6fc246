// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { BoardCard, BoardColumn } from "../ui/api.gen";
import { asked_for, asks_of, can_move, cards_max, first_cards, more_cards, next_place, sorted_for, stands_in, stay_in_words } from "./board_rules";

const card = (given: Partial<BoardCard>) =>
  ({ on_record: [], stage: "Proposal", system: "", stage_since: "2026-03-02", stage_since_precision: "day", business_days: 0, ...given }) as unknown as BoardCard;
const column = (given: Partial<BoardColumn>) => ({ entry_evidence: [], outcome: "open", stages: [], ...given }) as unknown as BoardColumn;

describe("what a step asks", () => {
  it("is what it demands and the record lacks", () => {
    const step = column({ entry_evidence: ["contact", "value", "close_date"] });
    expect(asks_of(card({ on_record: ["value"] }), step)).toEqual({ fields: ["contact", "close_on"], needs_activity: false });
  });
  it("is an activity that somebody logs first", () => {
    expect(asks_of(card({}), column({ entry_evidence: ["activity"] }))).toEqual({ fields: [], needs_activity: true });
  });
  it("is asked for in words", () => {
    expect(asked_for(["contact", "close_on"])).toEqual(["a contact", "a close date"]);
  });
  it("is the reason where it ends in lost", () => {
    expect(asks_of(card({}), column({ outcome: "lost" })).fields).toEqual(["lost_reason"]);
  });
  it("is the value where it ends in won, once, and whatever is agreed", () => {
    expect(asks_of(card({}), column({ outcome: "won" })).fields).toEqual(["value"]);
    expect(asks_of(card({}), column({ outcome: "won", entry_evidence: ["value"] })).fields).toEqual(["value"]);
    expect(asks_of(card({ on_record: ["value"] }), column({ outcome: "won" })).fields).toEqual([]);
  });
});

it("of many, those that lack something of their own are told apart; the reason for losing is given for all", () => {
  const step = column({ entry_evidence: ["contact", "activity"], stages: ["Qualified"] });
  const [ready, lacking, there] = [card({ id: 1 as BoardCard["id"], on_record: ["contact", "activity"] }), card({ id: 2 as BoardCard["id"] }), card({ id: 3 as BoardCard["id"], stage: "Qualified" })];
  expect(sorted_for([ready, lacking, there], step)).toEqual({ going: [ready], lacking: [{ card: lacking, lacks: ["a contact", "something done about it"] }] });
  expect(sorted_for([ready], column({ outcome: "lost" })).going).toEqual([ready]);
});

it("what a CRM owns is not moved here", () => {
  expect(can_move(card({ system: "Salesforce" }))).toBe(false);
  expect(can_move(card({}))).toBe(true);
});

it("a card stands in the column that has its stage's name in any case", () => {
  expect(stands_in(card({ stage: "PROPOSAL" }), column({ stages: ["Offer", "Proposal"] }))).toBe(true);
  expect(stands_in(card({ stage: "Won" }), column({ stages: ["Proposal"] }))).toBe(false);
});

it("says how long it stands there, and no more than is known", () => {
  expect(stay_in_words(card({ business_days: 0.4 }))).toBe("less than a business day");
  expect(stay_in_words(card({ business_days: 1.9 }))).toBe("1 business day");
  expect(stay_in_words(card({ business_days: 12, stage_since_precision: "at_least_since" }))).toBe("at least 12 business days");
  expect(stay_in_words(card({ stage_since: null }))).toBe("since nobody recorded when");
});

describe("arrows", () => {
  // Three things in each head; two cards and a button for more, none, one card; then a column that ends, of which the name alone can be opened.
  const columns = [
    { head: 3, cards: 2, all: 6 },
    { head: 3, cards: 0, all: 3 },
    { head: 3, cards: 1, all: 4 },
    { head: 1, cards: 0, all: 1 },
  ];
  it("go from a column's head to its cards and to what leads to more, and end there", () => {
    expect(next_place(columns, [0, 2], "ArrowDown")).toEqual([0, 3]);
    expect(next_place(columns, [0, 4], "ArrowDown")).toEqual([0, 5]);
    expect(next_place(columns, [0, 5], "ArrowDown")).toEqual([0, 5]);
    expect(next_place(columns, [0, 3], "ArrowUp")).toEqual([0, 2]);
    expect(next_place(columns, [0, 0], "ArrowUp")).toEqual([0, 0]);
    expect(next_place(columns, [0, 4], "Home")).toEqual([0, 0]);
    expect(next_place(columns, [0, 1], "End")).toEqual([0, 5]);
  });
  it("go from card to card and pass over columns without any", () => {
    expect(next_place(columns, [0, 3], "ArrowRight")).toEqual([2, 3]);
    expect(next_place(columns, [0, 5], "ArrowRight")).toEqual([2, 3]);
    expect(next_place(columns, [2, 3], "ArrowLeft")).toEqual([0, 3]);
    expect(next_place(columns, [2, 3], "ArrowRight")).toEqual([2, 3]);
  });
  it("go from head to head, through every column", () => {
    expect(next_place(columns, [0, 2], "ArrowRight")).toEqual([1, 2]);
    expect(next_place(columns, [2, 2], "ArrowRight")).toEqual([3, 0]);
    expect(next_place(columns, [3, 0], "ArrowLeft")).toEqual([2, 0]);
  });
  it("begin at the top from the board itself, and leave other keys alone", () => {
    expect(next_place(columns, [0, -1], "ArrowDown")).toEqual([0, 0]);
    expect(next_place(columns, [0, -1], "ArrowRight")).toEqual([1, 0]);
    expect(next_place(columns, [0, 3], "m")).toBeUndefined();
    expect(next_place([], [0, -1], "ArrowDown")).toBeUndefined();
  });
});

describe("how many cards a column shows", () => {
  it("doubles with each click and ends where a list is better", () => {
    expect(more_cards(first_cards)).toBe(40);
    expect(more_cards(cards_max - 1)).toBe(cards_max);
    expect(more_cards(cards_max)).toBe(cards_max);
  });
});
