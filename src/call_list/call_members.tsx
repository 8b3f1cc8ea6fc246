// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { CallMemberRow } from "../ui/api.gen";
import { post, type Query } from "../ui/api";
import { useAct } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { format_instant } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";

/** Who is on call lists: what a list's figures count. */
export function CallMembersPage(_: PageProps) {
  return (
    <Page title="On call lists" lead="Who is on call lists, and where each of them stands.">
      <Members />
    </Page>
  );
}

/** Takes somebody out of their turn, as when they call back by themselves. */
function CallThem({ row }: { row: CallMemberRow }) {
  const may = useMay();
  const [, go] = useLocation();
  const take = useAct(() => post("/call-lists/{id}/turns", { member: row.id }, { params: { id: row.list } }), {
    then: () => go(`/call-lists/${row.list}/call`),
  });
  if (!may("make_calls") || row.state === "opted_out") return "—";
  return (
    <Button variant="subtle" size="compact-xs" aria-label={`Call ${row.contact_name}`} onClick={() => take.mutate()}>
      Call
    </Button>
  );
}

export function Members({ fixed }: { fixed?: Query }) {
  const reader = useReader();
  return (
    <List<CallMemberRow>
      path="/call-members"
      record="call_member_row"
      order="id"
      fixed={fixed}
      link={null}
      words={["person", "people"]}
      columns={[
        { field: "contact_name", label: "Who", show: (row) => <Link href={`/contacts/${row.contact}`}>{row.contact_name}</Link>, under: (row) => row.title },
        "account_name",
        {
          field: "state",
          label: "Stands",
          show: (row) => words_of(row.state),
          under: (row) => row.why_not || (row.state === "call_back" && row.call_back_at ? format_instant(row.call_back_at, reader) : ""),
        },
        "phone",
        { field: "call_count", label: "Calls" },
        { field: "last_called_at", label: "Last called", under: (row) => row.last_caller_name },
        ...(fixed ? [{ field: "id", label: "Call now", can_sort: false, show: (row: CallMemberRow) => <CallThem row={row} /> }] : [{ field: "list_name", show: (row: CallMemberRow) => <Link href={`/call-lists/${row.list}`}>{row.list_name}</Link> }]),
      ]}
      filters={["state", "account", "territory", "call_back_at", "call_count", "last_called_at", "last_caller", "was_reached", "was_interested"]}
      empty={<Empty title="Nobody is on it yet.">Add people: from a campaign, an account, a territory, by their position or one by one.</Empty>}
    />
  );
}
