// SPDX-License-Identifier: Apache-2.0
import type { CallDraft } from "../ui/api.gen";

/** What came of a call, with its key; some ask for more. */
export interface Outcome {
  name: CallDraft["outcome"];
  key: string;
  label: string;
  asks?: "call_back_at" | "words";
}

export const outcomes: readonly Outcome[] = [
  { name: "reached", key: "r", label: "Reached" },
  { name: "interested", key: "i", label: "Interested" },
  { name: "call_back", key: "b", label: "Call back at…", asks: "call_back_at" },
  { name: "no_answer", key: "a", label: "No answer" },
  { name: "wrong_number", key: "w", label: "Wrong number" },
  { name: "asked_not_to_be_called", key: "o", label: "No more calls…", asks: "words" },
  { name: "consented", key: "y", label: "May be called…", asks: "words" },
];

/** Nine o'clock of the next working day, on the caller's clock. */
export function tomorrow_at_nine(now: Date): string {
  const day = new Date(now);
  do day.setDate(day.getDate() + 1);
  while (day.getDay() % 6 === 0);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
}
