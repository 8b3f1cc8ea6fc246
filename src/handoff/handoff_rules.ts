// SPDX-License-Identifier: Apache-2.0
import type { HandoffRow, HandoffStepDraft, HandoffStepRow, QueueItem } from "../ui/api.gen";
import { format_number } from "../ui/format";

export type StepKind = HandoffStepDraft["kind"];
type Side = HandoffRow["to_side"];

/** What a person is to a handoff. */
export interface Standing {
  may_decide: boolean;
  /** Of the receiving side: what is nobody's can be taken. */
  may_take: boolean;
}

/** In a queue stands what one may answer, besides what has to be spoken with or comes back. */
export const standing_in_queue = (item: QueueItem, side: Side): Standing => ({
  may_decide: item.why !== "to_contact" && item.why !== "again",
  may_take: item.handoff.to_side === side,
});

/** Somebody known asked again: whoever has their lead is told. */
export const is_asked_again = (row: Pick<HandoffRow, "ask" | "submitted_by">): boolean => row.ask === "information" && row.submitted_by === null;

/** Somebody was spoken with: what waited for that alone leaves the queue. */
export const leaves_when_spoken_with = ({ why, handoff }: Pick<QueueItem, "why" | "handoff">): boolean =>
  why !== "again" && (handoff.state === "accepted" || is_asked_again(handoff));

/** A lead that came in, and marketing may hand on as it is, also where it has kept it, or is asked again. */
export function is_to_hand_on(row: HandoffRow, { may_decide, may_take }: Standing): boolean {
  if (row.to_side !== "marketing") return false;
  if (row.state === "accepted") return row.ask === "qualify" && row.handed_back_at === null && may_take;
  return row.state === "waiting" && (row.ask === "qualify" || is_asked_again(row)) && may_decide;
}

/** What sales took on it can give back to marketing, to be nurtured. */
export const is_to_hand_back = (row: Pick<HandoffRow, "to_side" | "ask" | "state" | "handed_back_at">, side: Side): boolean =>
  side === "sales" && row.to_side === "sales" && row.ask === "take_over" && row.state === "accepted" && row.handed_back_at === null;

/** By what they asked not to be reached, and why; to write instead is said only where that is possible. */
export function not_to_be_reached(row: Pick<HandoffRow, "contact_email">, why_not_called: string, why_not_written: string): { what: string; why: string }[] {
  const instead = row.contact_email && !why_not_written ? " Write to them instead." : "";
  return [
    ...(why_not_called ? [{ what: "Not to be called.", why: why_not_called + instead }] : []),
    ...(why_not_written ? [{ what: "Not to be written to by e-mail.", why: why_not_written }] : []),
  ];
}

/** What can be done about a handoff, the likeliest first; nothing about what is settled. */
export function steps_for(row: HandoffRow, { may_decide, may_take }: Standing): StepKind[] {
  if (row.state !== "waiting") return [];
  const is_free = row.assigned_to === null;
  const answers: StepKind[] = row.ask === "information" ? ["answered"] : ["accepted", "rejected", "recycled"];
  return [
    ...(is_free && may_take ? (["assigned"] as const) : []),
    ...(may_decide ? answers : []),
    ...(may_decide && !is_free ? (["returned"] as const) : []),
  ];
}

/** How each is offered, and by which key. */
export const offers: Partial<Record<StepKind, { verb: string; stroke: string }>> = {
  accepted: { verb: "Accept", stroke: "a" },
  rejected: { verb: "Reject", stroke: "r" },
  recycled: { verb: "Recycle", stroke: "y" },
  returned: { verb: "Put back", stroke: "b" },
  assigned: { verb: "Take", stroke: "t" },
  answered: { verb: "Answer", stroke: "a" },
};

/** What asks for words, a day or a person before it is done. */
export const asks_more = (kind: StepKind): boolean => kind === "rejected" || kind === "recycled" || kind === "answered";

/** What was done, as it is told with its Undo. */
export function done_in_words(kind: StepKind, name: string): string {
  const words: Record<StepKind, string> = {
    submitted: "is handed over",
    assigned: "has somebody",
    returned: "is back in the queue",
    accepted: "is accepted",
    rejected: "is rejected",
    recycled: "comes back later",
    answered: "is answered",
    withdrawn: "is withdrawn",
  };
  return `${name} ${words[kind]}.`;
}

/** What the other side asks for, as a heading of few words. */
export function ask_in_words(row: Pick<HandoffRow, "ask" | "submitted_by">): string {
  if (is_asked_again(row)) return "Asked again";
  if (row.ask === "information") return "Question";
  if (row.ask === "qualify") return "To qualify";
  return row.ask === "nurture" ? "To nurture" : "To take over";
}

/** Who asked, behind what is asked: what came in was asked by nobody of the firm. */
export const asker_in_words = (row: Pick<HandoffRow, "submitted_by" | "submitted_by_name">): string =>
  row.submitted_by === null ? "came in by itself" : `by ${row.submitted_by_name}`;

/** Why it is in somebody's queue, where that is not simply theirs to answer. */
export function why_in_words({ why, handoff }: QueueItem): string {
  if (why === "to_contact") return handoff.ask === "qualify" ? "Kept" : "To speak with";
  if (why === "again") return "Back again";
  const whose = { yours: "", deputy: ", as deputy", manager: ", as manager", gone: ", of who is not there", free: "" }[why];
  return `${handoff.state === "waiting" ? ask_in_words(handoff) : "To speak with"}${whose}`;
}

/** Whose move it is besides; nothing where it is nobody else's. */
export const escalation_in_words: Record<QueueItem["escalation"], string> = {
  none: "",
  deputy: "the deputy’s move too",
  manager: "the manager’s move too",
  review: "the manager’s move too, and the review’s",
};

/** "Late: to be answered 2 business hours ago; the manager’s move too". */
export function now_in_words({ is_late, sentence, escalation }: Pick<QueueItem, "is_late" | "sentence" | "escalation">): string {
  const besides = escalation_in_words[escalation];
  return `${is_late ? `Late: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1)}${besides ? `; ${besides}` : ""}`;
}

/** What is shown after something left the queue: what came behind it, else what stood before it. */
export function after_it(ids: readonly number[], id: number): number | null {
  const place = ids.indexOf(id);
  if (place < 0) return ids[0] ?? null;
  return ids[place + 1] ?? ids[place - 1] ?? null;
}

/** What a move up or down leads to; from what is in the queue no more, to what took its place. */
export function beside_it(ids: readonly number[], id: number | null, by: 1 | -1, last_place: number): number | null {
  const place = id === null ? -1 : ids.indexOf(id);
  const to = place < 0 ? (by > 0 ? last_place : last_place - 1) : place + by;
  return ids[Math.min(Math.max(to, 0), ids.length - 1)] ?? null;
}

/** How long a step left it with whoever had it then: each one’s own part of the time. */
export const held_in_words = ({ assigned_to, assigned_to_name }: Pick<HandoffStepRow, "assigned_to" | "assigned_to_name">, hours: number): string =>
  `${format_number(hours, {}, 1)} business ${hours === 1 ? "hour" : "hours"} with ${assigned_to === null ? "nobody" : assigned_to_name || "somebody"}`;

/** What became of it, for whoever had it before them a moment ago. */
export function fate_in_words(row: HandoffRow): string {
  if (row.state === "waiting") return row.assigned_to_name ? `${row.assigned_to_name} has it now.` : "It waits for whoever takes it.";
  if (row.state === "recycled" && row.decided_by_name) return `${row.decided_by_name} recycled it.`;
  // Nobody answered here what the record of the lead settled.
  if (row.decided_by === null && row.state === "withdrawn") return "By its record nobody owes an answer any more.";
  if (row.decided_by === null) return `By its record it is ${row.state === "rejected" ? "lost" : row.state}${row.reason ? `: ${row.reason}` : ""}.`;
  const who = row.decided_by_name || "Somebody";
  return `${who} ${row.state === "withdrawn" ? "withdrew" : row.state} it${row.reason ? `: ${row.reason}` : ""}.`;
}
