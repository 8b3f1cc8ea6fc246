// SPDX-License-Identifier: Apache-2.0
import type { BoardCard, BoardColumn } from "../ui/api.gen";

type Evidence = BoardCard["on_record"][number];

/** The field of a move that gives a kind of evidence; what people do is logged, not typed. */
const field_of: Partial<Record<Evidence, string>> = {
  account: "account",
  contact: "contact",
  product: "product",
  value: "value",
  close_date: "close_on",
  source: "source",
  owner: "owner",
};

/** How a field of a move is asked for in a sentence. */
const field_words: Record<string, string> = {
  account: "an account",
  contact: "a contact",
  product: "a product",
  value: "a value",
  close_on: "a close date",
  source: "a source",
  owner: "an owner",
  lost_reason: "the reason",
};
export const asked_for = (fields: readonly string[]): string[] => fields.map((field) => field_words[field] ?? field);

export interface Asking {
  /** Fields of the move that have to be filled in. */
  fields: string[];
  /** Whether somebody has to do something about it first. */
  needs_activity: boolean;
}

/** What a step demands that the card has not; a step that ends in lost asks for the reason, one that ends in won for the value. */
export function asks_of(card: BoardCard, column: BoardColumn): Asking {
  // What was won was won for some amount, whatever is agreed.
  const demanded = column.outcome === "won" && !column.entry_evidence.includes("value") ? [...column.entry_evidence, "value" as const] : column.entry_evidence;
  const missing = demanded.filter((one) => !card.on_record.includes(one));
  const fields = missing.flatMap((one) => field_of[one] ?? []);
  if (column.outcome === "lost") fields.push("lost_reason");
  return { fields, needs_activity: missing.includes("activity") };
}

/** As many as the server moves in one act. */
export const moves_at_once_max = 200;

export interface SortedCards {
  /** Those that have what the step demands, but for what is given for all of them. */
  going: BoardCard[];
  /** Those that lack something, and what, in words. */
  lacking: { card: BoardCard; lacks: string[] }[];
}

/** Of many, which can move to a step as they are and which lack something of their own; those that stand there already are neither. */
export function sorted_for(cards: readonly BoardCard[], column: BoardColumn): SortedCards {
  const sorted: SortedCards = { going: [], lacking: [] };
  for (const card of cards) {
    if (stands_in(card, column)) continue;
    const { fields, needs_activity } = asks_of(card, column);
    const lacks = asked_for(fields.filter((field) => field !== "lost_reason"));
    if (needs_activity) lacks.push("something done about it");
    if (lacks.length > 0) sorted.lacking.push({ card, lacks });
    else sorted.going.push(card);
  }
  return sorted;
}

/** So many cards a column begins with; each click shows twice as many, up to what somebody still looks through. What is beyond
 * that is a list's: a browser that holds thousands of cards is slow at every move. */
export const first_cards = 20;
export const cards_max = 160;
export const more_cards = (shown: number): number => Math.min(2 * shown, cards_max);

/** Whether it can be moved here; what a CRM owns moves by its exports. */
export const can_move = (card: BoardCard): boolean => card.system === "";

/** Whether a card stands in a column. */
export const stands_in = (card: BoardCard, column: BoardColumn): boolean =>
  column.stages.some((name) => name.toLowerCase() === card.stage.toLowerCase());

/** "4 business days", "less than a business day", "at least 4 business days" where only that is known. */
export function stay_in_words(card: BoardCard): string {
  if (card.stage_since === null) return "since nobody recorded when";
  const days = Math.floor(card.business_days);
  const words = days < 1 ? "less than a business day" : `${days} business day${days === 1 ? "" : "s"}`;
  return card.stage_since_precision === "at_least_since" ? `at least ${words}` : words;
}

/** How many stops a column has for arrows: what its head opens, then its cards, then what leads to more of them. */
export interface Stops {
  head: number;
  cards: number;
  all: number;
}

/** The stop that a key leads to, as column and place in it; the same where it leads no further, nothing where it leads nowhere. To the
 * side one stays in the heads or among the cards, and passes over columns that have none. */
export function next_place(columns: readonly Stops[], from: readonly [number, number], key: string): [number, number] | undefined {
  const [column, place] = from;
  const here = columns[column];
  if (!here) return undefined;
  const last = Math.max(0, here.all - 1);
  if (key === "ArrowDown") return [column, Math.min(place + 1, last)];
  if (key === "ArrowUp") return [column, Math.max(place - 1, 0)];
  if (key === "Home") return [column, 0];
  if (key === "End") return [column, last];
  if (key !== "ArrowRight" && key !== "ArrowLeft") return undefined;
  const step = key === "ArrowRight" ? 1 : -1;
  const is_head = place < here.head;
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const { head, cards } = columns[next]!;
    if (is_head && head > 0) return [next, Math.min(Math.max(place, 0), head - 1)];
    if (!is_head && cards > 0) return [next, head + Math.min(place - here.head, cards - 1)];
  }
  return [column, place];
}
