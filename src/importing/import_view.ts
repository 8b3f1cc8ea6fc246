// SPDX-License-Identifier: Apache-2.0
import type { Reply } from "../ui/api";

export type View = Reply<"GET", "/imports/{id}">;
export type Preview = NonNullable<View["preview"]>;

/** What the user said so far, as the server keeps it. */
export interface Answers {
  currency: string;
  time_zone?: string;
  system: string;
  as_of: string | null;
  dates: "as_detected" | "day_first" | "month_first" | "excel_serial";
  decimals: "as_detected" | "point" | "comma";
  constants: Constant[];
  match_by: string;
  merges: { name: string; into: string }[];
  /** Nothing in an upload that waits since before it could be asked. */
  statuses?: StatusWord[];
  merges_near_names: boolean;
  makes_near_names_new: boolean;
  makes_unknown_keys_new: boolean;
  /** Nothing in an upload that waits since before it could be asked. */
  joins_worked_on?: boolean;
  is_all_or_nothing: boolean;
}
/** A status of orders that only this firm uses. */
export interface StatusWord {
  word: string;
  means: "booked" | "cancelled" | "not_yet";
}
export interface Constant {
  slot: string;
  value: string;
}
/** What is said anew, given what was said before: of two quick answers, the second holds what the first has said. */
export interface Change {
  target?: string;
  columns?: (columns: Preview["columns"]) => { column: string; slot: string }[];
  answers?: (answers: Answers) => Partial<Answers>;
}
