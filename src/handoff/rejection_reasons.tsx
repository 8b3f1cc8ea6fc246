// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import { url_of } from "../ui/api";
import type { RejectionReason } from "../ui/api.gen";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { format_number, not_known } from "../ui/format";
import { List } from "../ui/list";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";

/** Why leads were rejected, of all campaigns in some days or of one in those that the server chooses. */
export function RejectionReasons({ days, campaign }: { days?: { from: string; until: string }; campaign?: number }) {
  const reader = useReader();
  const part = (count: number, whole: number) => (whole > 0 ? `${format_number((100 * count) / whole, reader, 0)}% of ${format_number(whole, reader)}` : "of none");
  const by_touchpoints = (row: RejectionReason) => (row.by_touchpoint > 0 ? `${format_number(row.by_touchpoint, reader)} of ${format_number(row.count, reader)} by a touchpoint before` : "");
  return (
    <List<RejectionReason>
      path="/handoffs/reasons"
      record="rejection_reason"
      order="-count"
      held={days}
      fixed={campaign === undefined ? undefined : { campaign }}
      is_in_url={campaign === undefined}
      words={["reason", "reasons"]}
      columns={[
        { field: "reason", show: (row) => row.reason || <span className="quiet">without a reason</span> },
        { field: "side", label: "By", show: (row) => <Side side={row.side} /> },
        ...(campaign === undefined
          ? [{ field: "campaign_name", label: "Campaign", show: (row: RejectionReason) => row.campaign_name || <span className="quiet">of no campaign</span>, under: by_touchpoints } as const]
          : []),
        { field: "count", label: "Rejected", under: (row) => part(row.count, row.came) },
        { field: "before", label: "Before", under: (row) => part(row.before, row.came_before) },
        {
          field: "grows",
          label: "Whether it grows",
          show: (row) => (row.p === null ? not_known : row.grows ? "Yes, by more than chance" : "No evidence that it does"),
          under: (row) => (row.p === null ? "too few were decided" : `p = ${format_number(row.p, reader, 3)}, for all reasons together`),
        },
      ]}
      filters={campaign === undefined ? ["campaign", "side", "grows"] : []}
      empty={<Empty title="Nothing was rejected in these days.">When sales rejects a lead, or marketing turns one down that came in, its reason is counted here, by the campaign that the lead came from.</Empty>}
    />
  );
}

/** On a campaign's page: what both sides made of its leads, where one has rejected any. */
export function RejectionsOf({ campaign }: { campaign: number }) {
  const may = useMay();
  return may("see_handoffs") ? <Rejections campaign={campaign} /> : null;
}

function Rejections({ campaign }: { campaign: number }) {
  const { data } = useData("/handoffs/reasons", { query: { campaign, limit: 1 } });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2>Why its leads were rejected</h2>
      <p className="quiet">
        In the last 13 weeks, against the 13 before. <Link href={url_of("/handoffs/reasons", {}, { campaign })}>Other days</Link>
      </p>
      <RejectionReasons campaign={campaign} />
    </>
  );
}
