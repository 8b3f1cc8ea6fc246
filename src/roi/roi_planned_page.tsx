// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { PlannedPart, Roi, RoiLine } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_day, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Back, useQuestion } from "./roi_asked";
import { SumsOfLine, told_over, useLine, type Sum } from "./roi_behind";
import { line_in, line_in_words } from "./roi_behind_title";

/** What planned spend is the sum of: budgets, and what signed plans say in their place. */
export function RoiPlannedPage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  const reader = useReader();
  const day = (known: string | null) => (known ? format_day(known, reader) : not_known);
  const days = (from: string | null, until: string | null) => (from || until ? `${day(from)} – ${day(until)}` : not_known);
  return (
    <Page title={line_in(question) === null ? "What was planned" : `What was planned for ${line_in_words(question, name)}`} lead={<Back question={question} />}>
      <p className="quiet">Each is spread evenly over its days, and planned is what of it falls into the days asked for. What is signed for all of where a campaign runs takes the place of its budget on the plan’s days. A budget of which nobody can say what falls into these days stands here too, and why.</p>
      <List<PlannedPart>
        path="/roi/planned"
        above={told_over(false, <SumsOfLine question={question} line={query.data} of_line={planned} of_all={planned} />)}
        record="planned_part"
        order="name"
        held={question as Record<string, string>}
        words={["part", "parts"]}
        link={(part) => part.link}
        columns={[
          {
            field: "name",
            label: "Campaign",
            under: (part) => (
              <>
                <Link href={part.link}>{part.said_by}</Link>
                {part.why && <div className="quiet">{part.why}</div>}
              </>
            ),
          },
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

const planned = (of: Roi | RoiLine): Sum[] => [["Planned spend", of.planned]];
