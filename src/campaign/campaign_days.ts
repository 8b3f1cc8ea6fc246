// SPDX-License-Identifier: Apache-2.0
import { format_day, type Reader } from "../ui/format";

interface Days {
  starts_on: string | null;
  ends_on: string | null;
}

type Phase = "undated" | "planned" | "running" | "over";

/** Where a campaign stands on a day; without a first day nobody knows. */
export function phase_of({ starts_on, ends_on }: Days, today = ""): Phase {
  if (starts_on === null) return "undated";
  if (today < starts_on) return "planned";
  return ends_on !== null && ends_on < today ? "over" : "running";
}

export const phase_words: Record<Phase, string> = {
  undated: "First day not known",
  planned: "Planned",
  running: "Running",
  over: "Over",
};

/** "10 Mar to 12 Mar", "10 Mar" for one day, "Since 10 Mar" where it runs on; a year that both days share is said once. */
export function days_in_words({ starts_on, ends_on }: Days, reader: Reader): string {
  const day = (on: string) => format_day(on, reader);
  if (starts_on === null) return ends_on === null ? "No days given" : `Until ${day(ends_on)}`;
  if (ends_on === null) return `${(reader.today ?? "") < starts_on ? "From" : "Since"} ${day(starts_on)}`;
  if (starts_on === ends_on) return day(starts_on);
  const is_one_year = starts_on.slice(0, 4) === ends_on.slice(0, 4);
  return `${format_day(starts_on, is_one_year ? { ...reader, today: starts_on } : reader)} to ${day(ends_on)}`;
}
