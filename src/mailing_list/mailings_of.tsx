// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import "./mailing_list.css";
import type { MailingListRow } from "../ui/api.gen";
import type { Query } from "../ui/api";
import { useData } from "../ui/data";
import { words_of } from "../ui/described";
import { format_day } from "../ui/format";
import { List } from "../ui/list";
import { useMay, useReader } from "../ui/session";
import { phase_of, phase_words } from "./mailing_days";

/** Mailing lists with the day of each, and what is overdue said so. */
export function MailingLists({ fixed, empty }: { fixed?: Query; empty?: ReactNode }) {
  const reader = useReader();
  return (
    <List<MailingListRow>
      path="/mailing-lists"
      record="mailing_list_row"
      order="-drops_on"
      fixed={fixed}
      is_in_url={!fixed}
      words={["list", "lists"]}
      columns={[
        "name",
        ...(fixed ? [] : ["campaign_name"]),
        { field: "medium", label: "By", show: (row) => words_of(row.medium) },
        {
          field: "drops_on",
          label: "Goes out",
          show: (row) => format_day(row.went_out_on ?? row.drops_on, reader),
          under: (row) => <Stands row={row} />,
        },
        ...(fixed ? [] : ["territory_name"]),
        { field: "member_count", label: "Members", can_sort: false },
        { field: "sent_count", label: "Sent", can_sort: false },
      ]}
      filters={fixed ? [] : ["campaign", "medium", "side", "territory", "drops_on", "went_out_on", "has_gone_out"]}
      empty={empty}
    />
  );
}

function Stands({ row }: { row: MailingListRow }) {
  const phase = phase_of(row, useReader().today);
  return <span className={phase === "overdue" ? "mailing-overdue" : undefined}>{phase_words[phase]}</span>;
}

/** On a campaign's page: its mailings, where it has any. */
export function MailingsOf({ campaign }: { campaign: number }) {
  const may = useMay();
  return may("see_mailing_lists") ? <Mailings campaign={campaign} /> : null;
}

function Mailings({ campaign }: { campaign: number }) {
  const { data } = useData("/mailing-lists", { query: { campaign, limit: 1 } });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2>Mailing lists</h2>
      <MailingLists fixed={{ campaign }} />
    </>
  );
}
