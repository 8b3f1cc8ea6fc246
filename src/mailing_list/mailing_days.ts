// SPDX-License-Identifier: Apache-2.0
import type { MailingListRow } from "../ui/api.gen";
import { format_day, type Reader } from "../ui/format";

export type DropPhase = "to_come" | "today" | "overdue" | "gone_out";

type Dropped = Pick<MailingListRow, "drops_on" | "went_out_on">;

/** Where a mailing stands by its days. Nobody has said of an overdue one that it went out. */
export function phase_of({ drops_on, went_out_on }: Dropped, today: string | undefined): DropPhase {
  if (went_out_on !== null) return "gone_out";
  if (!today || drops_on > today) return "to_come";
  return drops_on === today ? "today" : "overdue";
}

export const phase_words: Record<DropPhase, string> = {
  to_come: "to go out",
  today: "to go out today",
  overdue: "overdue: nobody has said that it went out",
  gone_out: "went out",
};

/** What a list's page begins with. */
export function drop_in_words(list: Dropped & Pick<MailingListRow, "dropped_by_name" | "campaign_name">, reader: Reader): string {
  const day = (on: string) => format_day(on, reader, "long");
  switch (phase_of(list, reader.today)) {
    case "gone_out":
      return `Went out on ${day(list.went_out_on!)}, as ${list.dropped_by_name} says. Each piece that did not come back is a touchpoint of ${list.campaign_name}.`;
    case "overdue":
      return `Was to go out on ${day(list.drops_on)}; nobody has said yet that it did.`;
    case "today":
      return "Is to go out today. Say so once it has.";
    default:
      return `Is to go out on ${day(list.drops_on)}.`;
  }
}
