// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import type { SpendRow } from "../ui/api.gen";
import { del, get, post, put, type Query } from "../ui/api";
import { AllInOne, AtRate, conversion, Worth } from "../ui/converted";
import { words_of } from "../ui/described";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { Form } from "../ui/form";
import { count_of, format_day } from "../ui/format";
import { List } from "../ui/list";
import { asked_of_server, read_list_query } from "../ui/list_query";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { problem_of, ProblemNote } from "../ui/problem";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals, TotalUnder } from "../ui/totals";
import { useUndo } from "../ui/undo";

/** What both sides spent, and what a list of it comes to. */
export function SpendPage(_: PageProps) {
  const asked = asked_of_server({ ...read_list_query(useSearch(), ""), order: "" });
  return (
    <Page
      title="Spend"
      lead="What both sides spent to win customers: sales' pay, travel and samples as well as media and print."
      actions={<EnterSpend letter="n" />}
    >
      <SpendTotals asked={asked} />
      <List<SpendRow>
        path="/spend"
        record="spend_row"
        order="-day"
        words={["entry", "entries"]}
        columns={[
          "day",
          {
            field: "campaign_name",
            label: "For",
            show: (row) => row.campaign_name || <span className="quiet">no campaign</span>,
            under: (row) => row.note,
          },
          { field: "channel_name", label: "Channel" },
          { field: "kind", under: (row) => row.person_name },
          { field: "side", show: (row) => <Side side={row.side} /> },
          { field: "territory_name", label: "Where", show: (row) => row.territory_name || "Everywhere" },
          { field: "amount", under: (row) => <Worth of={row} /> },
        ]}
        filters={["side", "kind", "campaign", "channel", "product", "territory", "has_campaign", "day", "amount", "currency"]}
        empty={
          <Empty title="Nothing spent yet." action={<EnterSpend />}>
            <Link href="/imports">Import</Link> what your advertising accounts and your books report, or enter what was spent. A
            report of a day takes the place of what an older one said of it.
          </Empty>
        }
      />
    </Page>
  );
}

/** The sums of the list, one for each currency, and what all of it is in the company's. */
function SpendTotals({ asked }: { asked: Query }) {
  const reader = useReader();
  const query = useQuery({
    queryKey: ["/spend/totals", asked],
    queryFn: ({ signal }) => get("/spend/totals", { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const totals = query.data?.items ?? [];
  if (query.data && totals.length === 0) return null;
  return (
    <Totals is_busy={!query.data}>
      {totals.map(({ currency, amount, entries }) => (
        <Total key={currency} label={totals.length > 1 ? `Spent in ${currency}` : "Spent"}>
          <Figure figure={amount} is_rounded />
          <TotalUnder>{count_of(entries, "entry", "entries", reader)}</TotalUnder>
        </Total>
      ))}
      <AllInOne sums={totals} words={["entry", "entries"]} label="All" />
    </Totals>
  );
}

function EnterSpend({ letter }: { letter?: string }) {
  const may = useMay();
  const reader = useReader();
  const [, go] = useLocation();
  if (!may("enter_spend")) return null;
  return (
    <Dialog button="Enter spend" letter={letter}>
      {(close) => (
        <Form
          record="spend_draft"
          button="Enter it"
          value={{ day: reader.today, kind: "other" }}
          send={(body) => post("/spend", body)}
          then={({ id }) => go(`/spend/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One entry, and how it was corrected. */
export function SpendEntryPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<SpendRow>
      path={`/spend/${params.id}`}
      record="spend_row"
      title={(entry) => format_money(entry.amount, { locale: reader.locale })}
      lead={(entry) => (
        <>
          {words_of(entry.kind)} on {format_day(entry.day, reader)}.
          <AtRate of={entry} />
        </>
      )}
      skip={["amount", "has_campaign", "corrects", "key", ...conversion]}
      actions={(entry) => <SpendActs entry={entry} />}
    />
  );
}

function SpendActs({ entry }: { entry: SpendRow }) {
  const may = useMay();
  const act = useUndo();
  const [, go] = useLocation();
  const [is_late, set_late] = useState(false);
  if (entry.system || !may("enter_spend")) return null;
  const take_back = {
    say: "Taken back: it counts no more.",
    run: async () => {
      try {
        await del("/spend/{id}", undefined, { params: { id: entry.id }, query: { is_late } });
      } catch (error) {
        if (problem_of(error).code === "period_is_closed") set_late(true);
        throw error;
      }
      go("/spend");
    },
    undo: () => post("/spend", { ...draft_of(entry), is_late: true }),
  };
  return (
    <>
      <Dialog button="Correct">
        {(close) => (
          <Form
            record="spend_draft"
            value={entry}
            send={(body) => put("/spend/{id}", body, { params: { id: entry.id } })}
            then={({ id }) => go(`/spend/${id}`)}
            on_cancel={close}
          />
        )}
      </Dialog>
      <Button variant="default" onClick={() => void act(take_back)}>
        {is_late ? "Take back from the closed month" : "Take back"}
      </Button>
    </>
  );
}

const draft_of = ({ day, side, kind, campaign, channel, product, territory, person, amount, note }: SpendRow) => ({
  day,
  side,
  kind,
  campaign,
  channel,
  product,
  territory,
  person,
  amount,
  note,
});
