// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { JudgedOpportunity } from "../ui/api.gen";
import { under_value } from "../ui/converted";
import { format_quantity, is_known, Working } from "../ui/figure";
import { format_day, format_number, type Reader } from "../ui/format";
import { Term } from "../ui/glossary";
import { List, type Column } from "../ui/list";
import { format_money } from "../ui/money";
import { Page } from "../ui/page";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import "./funnel.css";

interface Props {
  /** Where they are listed, and the parameters that say which ones they are. */
  path: string;
  held: Record<string, string>;
  /** What the clause looks at stands first: the time in the stage, or since anybody worked on it. */
  is_about_work: boolean;
  empty?: ReactNode;
}

/** Opportunities as they were judged at the end of a day, the largest stake first. */
export function JudgedRows({ path, held, is_about_work, empty }: Props) {
  const reader = useReader();
  const since: Column<JudgedOpportunity> = {
    field: "since",
    label: "In the stage since",
    is_second: is_about_work,
    show: (row) => since_in_words(row, reader),
    under: (row) => business_days(row.business_days, reader),
  };
  const worked: Column<JudgedOpportunity> = {
    field: "last_worked_on",
    label: "Last worked on",
    is_second: !is_about_work,
    show: (row) => (row.last_worked_on ? format_day(row.last_worked_on, reader) : "never"),
    under: (row) => (row.outcome === "open" ? `${business_days(row.idle_business_days, reader)} idle` : null),
  };
  return (
    <List<JudgedOpportunity>
      path={path}
      record="judged_opportunity"
      order="-stake"
      held={held}
      words={["opportunity", "opportunities"]}
      link={(row) => `/opportunities/${row.id}`}
      columns={[
        { field: "name", under: (row) => [row.account_name, row.product_name].filter(Boolean).join(" · ") },
        { field: "stage", is_second: true, show: (row) => <Term name={row.stage} /> },
        ...(is_about_work ? [worked, since] : [since, worked]),
        { field: "owner_name", under: (row) => row.side && row.side !== "none" && <Side side={row.side} /> },
        { field: "territory_name", is_second: true, under: (row) => row.territory_now && `now ${row.territory_now}` },
        {
          field: "value",
          show: (row, with_cents) => (row.value ? format_money(row.value, { locale: reader.locale, with_cents }) : <span className="quiet">no value</span>),
          under: under_value,
        },
        { field: "stake", label: "At stake" },
      ]}
      filters={["account", "product", "owner", "side", "territory", "value", "since", "last_worked_on"]}
      empty={empty}
    />
  );
}

const since_in_words = (row: JudgedOpportunity, reader: Reader) =>
  `${row.since_precision === "at_least_since" ? "at least " : ""}${format_day(row.since, reader)}`;

const business_days = (days: number, reader: Reader) => {
  const shown = format_number(days, reader, 1);
  return `${shown} business ${shown === "1" ? "day" : "days"}`;
};

interface OneProps {
  row: JudgedOpportunity;
  /** The day at whose end it stood so. */
  as_of: string;
  /** The list it is one of. */
  all: { href: string; label: string };
}

/** One of them: what it puts into the stake, and how that was worked out. */
export function JudgedOne({ row, as_of, all }: OneProps) {
  const reader = useReader();
  return (
    <Page
      title={row.name || `Opportunity ${row.id}`}
      lead={
        <>
          {as_of ? `At the end of ${format_day(as_of, reader, "long")} in` : "In"} <Term name={row.stage} />, since{" "}
          {since_in_words(row, reader)}: {business_days(row.business_days, reader)}.
        </>
      }
      actions={
        <>
          <Button component={Link} href={all.href} variant="default">
            {all.label}
          </Button>
          <Button component={Link} href={`/opportunities/${row.id}`} variant="default">
            Its record
          </Button>
        </>
      }
    >
      <section className="panel" aria-label="At stake">
        <h2>What it puts into the stake</h2>
        <p className="judged-stake">
          {is_known(row.stake) ? format_quantity(row.stake, reader) : "Nothing"}{" "}
          {is_known(row.stake) && <span className="quiet">{row.stake.name.toLowerCase()}</span>}
        </p>
        <Working figure={row.stake} is_on_page />
      </section>
    </Page>
  );
}
