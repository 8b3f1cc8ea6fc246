// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { ExchangeRateRow } from "../ui/api.gen";
import { del, post, put } from "../ui/api";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { format_day, format_percent, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";

const currencies = Intl.supportedValuesOf("currency").map((code) => ({ value: code, label: code }));
const sources = { base: { values: currencies }, quote: { values: currencies } };
const doubtful_percent = 20;

const told = ({ base, quote, rate }: ExchangeRateRow) => `1 ${base} = ${rate} ${quote}`;

/** What currencies were worth in the company's, by day. */
export function ExchangeRatesPage(_: PageProps) {
  const { company } = useSession();
  return (
    <Page
      title="Exchange rates"
      lead={`At what rates amounts in other currencies come into figures in ${company.currency}: at that of their day, else the last of the seven days before.`}
      actions={<EnterRate letter="n" />}
    >
      <List<ExchangeRateRow>
        path="/exchange-rates"
        record="exchange_rate_row"
        order="-day"
        words={["rate", "rates"]}
        columns={[
          "day",
          { field: "rate", label: "Rate", show: told, can_sort: false },
          { field: "change_percent", label: "Since the one before", can_sort: false, show: (row) => <Change row={row} /> },
          { field: "system", label: "Told by", show: (row) => row.system || "Entered here" },
          { field: "counts", label: "Used", can_sort: false, show: (row) => (row.counts ? "yes" : <span className="quiet">another comes first</span>) },
        ]}
        filters={["day", "base", "quote", "system"]}
        empty={
          <Empty title="No exchange rates yet." action={<EnterRate />}>
            Amounts in other currencies than {company.currency} are left out of figures until their rates are here.{" "}
            <Link href="/imports">Import</Link> the reference rates that a central bank publishes, or those of your books; or
            enter one.
          </Empty>
        }
      />
    </Page>
  );
}

/** A step that large is more often a slip of the pen than news. */
function Change({ row }: { row: ExchangeRateRow }) {
  const reader = useReader();
  const change = row.change_percent;
  if (change === null) return <span title="No rate of the month before is on record.">{not_known}</span>;
  const shown = format_percent(Math.abs(change), reader);
  const sign = shown === format_percent(0, reader) ? "" : change > 0 ? "+" : "−";
  const words = `${sign}${shown}`;
  return Math.abs(change) > doubtful_percent ? <strong title="Far from the one before: look whether it is right.">{words} ?</strong> : words;
}

function EnterRate({ letter }: { letter?: string }) {
  const may = useMay();
  const reader = useReader();
  const { company } = useSession();
  const [, go] = useLocation();
  if (!may("enter_exchange_rates")) return null;
  return (
    <Dialog button="Enter a rate" letter={letter}>
      {(close) => (
        <Form
          record="exchange_rate_draft"
          button="Enter it"
          value={{ day: reader.today, quote: company.currency }}
          sources={sources}
          send={(body) => post("/exchange-rates", body)}
          then={({ id }) => go(`/exchange-rates/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One rate, and how it was corrected. */
export function ExchangeRatePage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<ExchangeRateRow>
      path={`/exchange-rates/${params.id}`}
      record="exchange_rate_row"
      title={told}
      lead={(row) => `On ${format_day(row.day, reader)}${row.counts ? "." : "; another rate of this day comes first."}`}
      skip={["corrects"]}
      show={{ change_percent: (_: never, row: ExchangeRateRow) => <Change row={row} /> }}
      actions={(row) => <RateActs row={row} />}
    />
  );
}

function RateActs({ row }: { row: ExchangeRateRow }) {
  const may = useMay();
  const act = useUndo();
  const [, go] = useLocation();
  if (row.system || !may("enter_exchange_rates")) return null;
  const { day, base, quote, rate } = row;
  const take_back = {
    say: "Taken back: nothing is converted by it any more.",
    run: async () => {
      await del("/exchange-rates/{id}", undefined, { params: { id: row.id } });
      go("/exchange-rates");
    },
    undo: () => post("/exchange-rates", { day, base, quote, rate }),
  };
  return (
    <>
      <Dialog button="Correct">
        {(close) => (
          <Form
            record="exchange_rate_draft"
            value={row}
            sources={sources}
            send={(body) => put("/exchange-rates/{id}", body, { params: { id: row.id } })}
            then={({ id }) => go(`/exchange-rates/${id}`)}
            on_cancel={close}
          />
        )}
      </Dialog>
      <Button variant="default" onClick={() => void act(take_back)}>
        Take back
      </Button>
    </>
  );
}
