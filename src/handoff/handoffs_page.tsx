// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { HandoffRow } from "../ui/api.gen";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { format_day, format_instant } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";
import { name_of } from "./handoff_acts";
import { ask_in_words, asker_in_words } from "./handoff_rules";

/** What was handed over, both ways, and what became of it. */
export function HandoffsPage(_: PageProps) {
  const may = useMay();
  const reader = useReader();
  return (
    <Page
      title="Handoffs"
      lead="What one side handed over to the other, or asked it, and what became of it."
      actions={
        <>
          <Button component={Link} href="/handoffs/figures" variant="default">
            Figures
          </Button>
          {may("hand_over") && (
            <>
              <Button component={Link} href="/handoffs/queue" variant="default">
                My queue
              </Button>
              <Button component={Link} href="/handoffs/new" variant="default">
                Hand over
              </Button>
            </>
          )}
        </>
      }
    >
      <List<HandoffRow>
        path="/handoffs"
        record="handoff_row"
        order="-submitted_at"
        words={["handoff", "handoffs"]}
        columns={[
          { field: "opportunity_name", label: "What", show: name_of, under: (row) => [row.contact_name, row.account_name].filter(Boolean).join(", ") },
          { field: "to_side", label: "Asked of", show: (row) => <Side side={row.to_side} />, under: ask_in_words },
          { field: "submitted_at", label: "Handed over", is_second: true, under: asker_in_words },
          { field: "assigned_to_name", label: "Who has it", show: (row) => row.assigned_to_name || <span className="quiet">nobody</span> },
          {
            field: "state",
            show: (row) => words_of(row.state),
            under: (row) => row.reason || (row.again_on && `comes back on ${format_day(row.again_on, reader)}`),
          },
          {
            field: "due_at",
            label: "To be answered by",
            under: (row) => row.decided_at && `answered ${format_instant(row.decided_at, reader)}`,
          },
          { field: "campaign_name", label: "Campaign", is_second: true },
        ]}
        filters={["state", "to_side", "ask", "assigned_to", "submitted_by", "territory", "campaign", "opportunity", "reason", "submitted_at", "due_at"]}
        empty={
          <Empty title="Nothing was handed over yet.">
            Open a lead under <Link href="/opportunities">Opportunities</Link> and hand it over; <Link href="/agreements">agree on a service level</Link> first, and the rules say
            who gets it and how soon it is answered.
          </Empty>
        }
      />
    </Page>
  );
}
