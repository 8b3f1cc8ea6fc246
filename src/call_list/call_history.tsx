// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { CallRow } from "../ui/api.gen";
import type { Query } from "../ui/api";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";

/** Every call of every list, and what came of it. */
export function CallsPage(_: PageProps) {
  return (
    <Page title="Calls of lists" lead="Who of the call lists was called, by whom, and what came of it.">
      <Calls />
    </Page>
  );
}

export function Calls({ fixed }: { fixed?: Query }) {
  return (
    <List<CallRow>
      path="/calls"
      record="call_row"
      order="-at"
      fixed={fixed}
      is_in_url={!fixed}
      link={null}
      words={["call", "calls"]}
      columns={[
        "at",
        { field: "contact_name", label: "Who", show: (row) => <Link href={`/contacts/${row.contact}`}>{row.contact_name}</Link> },
        "account_name",
        { field: "outcome", show: (row) => words_of(row.outcome) },
        { field: "person_name", label: "Caller" },
        {
          field: "opportunity_name",
          label: "Lead",
          show: (row) => (row.opportunity ? <Link href={`/opportunities/${row.opportunity}`}>{row.opportunity_name}</Link> : "—"),
          under: (row) => (row.is_new_lead ? "new" : ""),
        },
        ...(fixed ? [] : [{ field: "list_name", show: (row: CallRow) => <Link href={`/call-lists/${row.list}`}>{row.list_name}</Link> }]),
      ]}
      filters={fixed ? [] : ["outcome", "person", "account", "territory", "at", "is_new_lead"]}
      empty={<Empty title="Nobody was called yet.">Open a list and press Call.</Empty>}
    />
  );
}
