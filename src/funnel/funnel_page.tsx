// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { LogActivity } from "../fact/log_activity";
import { HandOverMany } from "../handoff/hand_over_many";
import { JoinButton, JoinNote } from "../importing/joined_note";
import { PerhapsOne } from "../merge/perhaps_one";
import type { OpportunityRow } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { useAddress } from "../ui/data";
import { AtRate, in_own, under_value } from "../ui/converted";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form, type Source } from "../ui/form";
import { format_day, not_known } from "../ui/format";
import { Term } from "../ui/glossary";
import { List } from "../ui/list";
import { asked_of_server, read_list_query } from "../ui/list_query";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";
import { OpenNote } from "./open_note";
import { Timeline } from "./timeline";
import { TotalsStrip } from "./totals_strip";
import "./funnel.css";

export { BoardPage } from "./board_page";
export { ExpectedPage } from "./expected_page";
export { ClosedJourneysPage } from "./funnel_closed";
export { GapOpportunitiesPage, GapOpportunityPage } from "./funnel_gap_rows";
export { HandoffOpportunitiesPage, HandoffOpportunityPage, HandoffPage } from "./handoff_page";

const name_of = (row: OpportunityRow) => row.name || row.key || `Opportunity ${row.id}`;

/** Leads and opportunities with what they come to; the figures follow the filters of the list. */
export function OpportunitiesPage(_: PageProps) {
  const may = useMay();
  const asked = asked_of_server({ ...read_list_query(useSearch(), ""), order: "" });
  return (
    <Page
      title="Opportunities"
      lead={
        <>
          One journey, from the first inquiry to the purchase; <Link href="/opportunities/board">as a board</Link>.
        </>
      }
      actions={may("edit_opportunities") && <AddOpportunity />}
    >
      <TotalsStrip asked={asked} />
      <Opportunities />
    </Page>
  );
}

function Opportunities() {
  const since = useSince();
  const may = useMay();
  return (
    <List<OpportunityRow>
      path="/opportunities"
      record="opportunity_row"
      words={["opportunity", "opportunities"]}
      columns={[
        { field: "name", show: name_of, under: (row) => [row.account_name, row.product_name].filter(Boolean).join(" · ") },
        { field: "stage", show: (row) => <Term name={row.stage} territory={row.territory} />, under: since },
        { field: "owner_name", under: (row) => row.side && row.side !== "none" && <Side side={row.side} /> },
        "territory_name",
        { field: "value", show: (row, with_cents) => <Value row={row} with_cents={with_cents} />, under: under_value },
        "close_on",
        { field: "last_activity_on", label: "Last activity" },
      ]}
      for_chosen={may("hand_over") ? (rows, clear) => <HandOverMany rows={rows} name_of={name_of} clear={clear} /> : undefined}
      filters={["outcome", "phase", "account", "product", "owner", "developed_by", "side", "territory", "value", "currency", "stage_since", "close_on", "last_activity_on"]}
      empty={
        <Empty title="No opportunities yet.">
          Bring in the export of your CRM under Import, as it is; or add what no CRM keeps here.
        </Empty>
      }
    />
  );
}

/** "since 3 Mar", or "at least since 3 Mar" where the history is missing. */
function useSince() {
  const reader = useReader();
  return (row: OpportunityRow) =>
    row.stage_since &&
    `${row.stage_since_precision === "at_least_since" ? "at least since" : "since"} ${format_day(row.stage_since, reader)}`;
}

const is_open = (row: OpportunityRow) => row.outcome === "open";

/** Where neither a value nor a list price is known, that is said, and is not zero. */
function Value({ row, with_cents }: { row: OpportunityRow; with_cents?: boolean }) {
  const reader = useReader();
  return row.value ? format_money(row.value, { locale: reader.locale, with_cents }) : <span className="quiet">no value</span>;
}

/** A value in another currency, in the company's. */
function InOwn({ row }: { row: OpportunityRow }) {
  const { company } = useSession();
  const converted = in_own(row);
  if (!converted || converted.currency === company.currency) return null;
  return (
    <>
      .<AtRate of={converted} />
    </>
  );
}

/** Where stages are agreed on, one of them; else what is typed. */
function useStages(present?: string): Record<string, Source> {
  const glossary = useAddress<{ items: { term: string }[] }>("/glossary");
  const terms = glossary.data?.items.map(({ term }) => term) ?? [];
  if (terms.length === 0) return {};
  const all = [...new Set([...(present ? [present] : []), ...terms])];
  return { stage: { values: all.map((stage) => ({ value: stage, label: stage })) } };
}

function AddOpportunity() {
  const [, go] = useLocation();
  const sources = useStages();
  const [typed, set_typed] = useState<Record<string, unknown>>({});
  return (
    <Dialog button="Add an opportunity" letter="n">
      {(close) => (
        <Form
          record="opportunity_draft"
          button="Add it"
          sources={sources}
          value={{ phase: "opportunity", outcome: "open" }}
          send={(body) => post("/opportunities", body)}
          then={({ id }) => go(`/opportunities/${id}`)}
          on_change={set_typed}
          on_cancel={close}
        >
          <OpenNote typed={typed} />
        </Form>
      )}
    </Dialog>
  );
}

/** One opportunity, with what both sides did on one timeline. */
export function OpportunityPage({ params }: PageProps) {
  const path = `/opportunities/${params.id}`;
  const since = useSince();
  return (
    <RecordPage<OpportunityRow>
      path={path}
      record="opportunity_row"
      title={name_of}
      lead={(row) => (
        <>
          In <Term name={row.stage} territory={row.territory} /> {since(row) || "since nobody recorded when"}
          {is_open(row) && row.lost_reason && `: “${row.lost_reason}”`}
        </>
      )}
      skip={["name", "key", "stage", "stage_since", "stage_since_precision", "value_basis", "currency", "worth", "rate", "rate_day"]}
      show={{
        value: (_, row: OpportunityRow) => (
          <>
            <Value row={row} />
            {row.value_basis === "list_price" && <span className="quiet"> list price</span>}
            <InOwn row={row} />
          </>
        ),
        side: (side) => (side ? <Side side={side} /> : not_known),
        // Of a lead that came back the system says why it stands where it does; it was not lost.
        lost_reason: (reason, row: OpportunityRow) => (is_open(row) ? not_known : reason || not_known),
      }}
      actions={(row) => (
        <>
          <HandOver row={row} />
          <JoinButton row={row} />
          <ChangeOpportunity row={row} />
        </>
      )}
    >
      {(row) => (
        <>
          <JoinNote id={row.id} />
          <PerhapsOne account={row.account} name={row.account_name} />
          <LogActivity about={{ opportunity: row.id }} />
          <h2>What both sides did</h2>
          <Timeline path={path} territory={row.territory} />
        </>
      )}
    </RecordPage>
  );
}

/** To the other side; what is won needs nobody to take it over. */
function HandOver({ row }: { row: OpportunityRow }) {
  const may = useMay();
  if (row.outcome === "won" || !may("hand_over")) return null;
  return (
    <Button component={Link} href={`/handoffs/new?opportunity=${row.id}`} variant="default">
      Hand over
    </Button>
  );
}

function ChangeOpportunity({ row }: { row: OpportunityRow }) {
  const may = useMay();
  const sources = useStages(row.stage);
  if (row.system || !may("edit_opportunities")) return null;
  // A list price is not a value that somebody gave; saving must not make it one.
  const value = row.value_basis === "given" ? row : { ...row, value: null };
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="opportunity_draft"
          sources={sources}
          value={value}
          send={(body) => put("/opportunities/{id}", body, { params: { id: row.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}
