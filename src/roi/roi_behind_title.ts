// SPDX-License-Identifier: Apache-2.0
import type { Question } from "./roi_question";

/** Which line an address lists what is behind of: its number, or nothing for all lines and for what no touchpoint explains. */
export const line_in = ({ line }: Question): string | null => (line === undefined || line === "all" || line === "unexplained" ? null : line);

/** A line in the middle of a sentence: "Search ads", "what names no channel"; "it" until its name is there. */
export function line_in_words({ line }: Question, name: string): string {
  if (name === "") return "it";
  return line === "0" ? `what names ${name.toLowerCase()}` : name;
}

/** Which of them an address lists: "Orders that Search ads has a part in", "Leads of March 2026". */
export function title_behind(what: string, question: Question, name: string, usual: "all" | "unexplained" = "all"): string {
  const line = question.line ?? usual;
  if (line === "unexplained") return `${what} that no touchpoint explains`;
  if (line === "all") return `${what} of these days`;
  if (name !== "" && (question.by === "month" || question.by === "quarter")) return `${what} of ${name}`;
  return `${what} that ${line_in_words(question, name)} has a part in`;
}

/** Where what a report can be told by has records of its own, and their names. */
const homes: Record<string, string> = { channel: "/channels", campaign: "/campaigns", product: "/products", territory: "/territories", salesperson: "/people" };
export const home_of_line = ({ by = "channel" }: Question): string | null => homes[by] ?? null;
