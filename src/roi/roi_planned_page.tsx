// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { PlannedPart } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_day } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Back, useQuestion } from "./roi_asked";

/** What planned spend is the sum of: budgets, and what signed plans say in their place. */
export function RoiPlannedPage(_: PageProps) {
  const [question] = useQuestion();
  const reader = useReader();
  const days = (from: string, until: string) => `${format_day(from, reader)} – ${format_day(until, reader)}`;
  return (
    <Page title="What was planned" lead={<Back question={question} />}>
      <p className="quiet">Each is spread evenly over its days, and planned is what of it falls into the days asked for. What is signed for all of where a campaign runs takes the place of its budget on the plan’s days.</p>
      <List<PlannedPart>
        path="/roi/planned"
        record="planned_part"
        order="name"
        held={question as Record<string, string>}
        words={["part", "parts"]}
        link={(part) => part.link}
        columns={[
          { field: "name", label: "Campaign", under: (part) => <Link href={part.link}>{part.said_by}</Link> },
          { field: "from_day", label: "Its days", show: (part) => days(part.from_day, part.until_day) },
          "whole",
          { field: "counts_from", label: "Of these count", show: (part) => days(part.counts_from, part.counts_until) },
          "planned",
        ]}
        filters={["is_budget"]}
        empty={<Empty title="None.">Neither a budget nor a signed plan speaks of these days.</Empty>}
      />
    </Page>
  );
}
