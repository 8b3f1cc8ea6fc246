// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { TouchpointRow } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";

/** How customers met the firm, through either side. */
export function TouchpointsPage(_: PageProps) {
  const reader = useReader();
  const may = useMay();
  return (
    <Page
      title="Touchpoints"
      lead="How customers met the firm, through either side: advertisements, mail, trade shows, and the calls, visits and demos that were logged."
      actions={
        may("enter_touchpoints") && (
          <Button component={Link} href="/touchpoints/enter">
            Add touchpoints
          </Button>
        )
      }
    >
      <List<TouchpointRow>
        path="/touchpoints"
        record="touchpoint_row"
        order="-at"
        words={["touchpoint", "touchpoints"]}
        link={(row) => (row.account ? `/accounts/${row.account}` : null)}
        columns={[
          { field: "at", label: "When", show: (row) => format_known(row.at, row.precision, reader) },
          { field: "account_name", label: "Account", under: (row) => row.contact_name },
          { field: "kind", under: (row) => row.person_name },
          { field: "channel_name", label: "Channel", under: (row) => row.campaign_name },
          { field: "side", show: (row) => <Side side={row.side} /> },
        ]}
        filters={["side", "kind", "channel", "campaign", "account", "person", "territory", "at"]}
        empty={
          <Empty title="No touchpoints yet.">
            <Link href="/touchpoints/enter">Paste</Link> the scans of a trade show, a mailing list or a call list;{" "}
            <Link href="/imports">import</Link> the members of your campaigns or your log of visits to the site. Calls, visits
            and demos that sales logs are touchpoints by themselves.
          </Empty>
        }
      />
    </Page>
  );
}
