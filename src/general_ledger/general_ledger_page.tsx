// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import "./general_ledger.css";
import { del, post, url_of } from "../ui/api";
import type { LedgerEntry, LedgerMonth, LedgerMonthLine, LedgerMonthView, LedgerStep, LedgerTotalRow } from "../ui/api.gen";
import { useAddress, useData } from "../ui/data";
import { words_of } from "../ui/described";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { Form } from "../ui/form";
import { as_sentence, count_of, format_day } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { useUndo } from "../ui/undo";

type Measure = LedgerMonthLine["measure"];
const measures: readonly Measure[] = ["spend_of_sales", "spend_of_marketing", "revenue_booked", "revenue_invoiced", "cost_of_goods"];
const headings: Record<Measure, string> = {
  spend_of_sales: "Sales’ spend",
  spend_of_marketing: "Marketing’s spend",
  revenue_booked: "Revenue booked",
  revenue_invoiced: "Revenue invoiced",
  cost_of_goods: "Cost of goods",
};

/** A channel, or a kind of spend, whose part of a side's spend is told; neither: all of it. */
interface Slice {
  channel?: number | null;
  spend_kind?: LedgerTotalRow["spend_kind"];
}
const in_address = ({ channel, spend_kind }: Slice): Record<string, string> => ({
  ...(typeof channel === "number" && { channel: String(channel) }),
  ...(spend_kind && { spend_kind }),
});
const measure_page = (month: string, measure: Measure, slice: Slice = {}) => url_of(`${month_page(month)}/measures/${measure}`, {}, in_address(slice));

const month_page = (month: string) => `/general-ledger/${month.slice(0, 7)}`;

/** "February 2026" */
export const month_in_words = (month: string, locale: string | undefined) =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));

/** Neither the facts nor the books hold anything of a month. */
const is_blank = (month: LedgerMonth) =>
  !month.is_closed && measures.every((measure) => !month[measure].money?.minor && !month[`${measure}_difference`].money);

function NoMonths() {
  return (
    <Empty title="There is nothing to hold against the books yet." action={<StateTotal />}>
      <Link href="/imports">Import</Link> spend and orders, or enter <Link href="/spend">what was spent</Link>. Finance then states what its
      books say of a month, and every difference is told step by step, to the cent.
    </Empty>
  );
}

/** The months: what the facts sum to, and how far the books are from it. */
export function GeneralLedgerPage(_: PageProps) {
  const reader = useReader();
  const newest = useData("/general-ledger");
  return (
    <Page
      title="General ledger"
      lead={
        <>
          What the facts here sum to, month by month, and how far <Link href="/ledger-totals">what finance states of the books</Link> is from it.
        </>
      }
      actions={<StateTotal letter="n" />}
    >
      {newest.data?.items.every(is_blank) ? (
        <NoMonths />
      ) : (
        <List<LedgerMonth>
          path="/general-ledger"
          record="ledger_month"
          order="-month"
          words={["month", "months"]}
          link={(row) => month_page(row.month)}
          columns={[
            { field: "month", show: (row) => month_in_words(row.month, reader.locale), under: (row) => row.state },
            ...measures.map((measure) => ({
              field: measure,
              label: headings[measure],
              show: (row: LedgerMonth) => <Figure figure={row[measure]} label={headings[measure]} is_rounded />,
              under: (row: LedgerMonth) => <Apart figure={row[`${measure}_difference`]} of={headings[measure]} />,
            })),
          ]}
          filters={["month", "is_closed"]}
          empty={<Empty title="No such month." />}
        />
      )}
    </Page>
  );
}

/** How far the books are from the facts, under the sum of these. */
function Apart({ figure, of }: { figure: FigureData; of: string }) {
  if (!figure.money) return null;
  if (figure.money.minor === 0) return <>as the books say</>;
  return (
    <>
      books <Figure figure={figure} label={`${of}, difference`} is_rounded>
        <Signed figure={figure} is_rounded />
      </Figure>
    </>
  );
}

/** With its sign, a minus as long as a plus. */
function Signed({ figure, is_rounded = false }: { figure: FigureData; is_rounded?: boolean }) {
  const reader = useReader();
  if (!figure.money) return <>not known</>;
  const { minor, currency } = figure.money;
  const amount = format_money({ minor: Math.abs(minor), currency }, { locale: reader.locale, with_cents: is_rounded ? false : undefined });
  return <>{minor === 0 ? amount : `${minor < 0 ? "−" : "+"}${amount}`}</>;
}

function StateTotal({ letter, month, measure, slice = {} }: { letter?: string; month?: string; measure?: Measure; slice?: Slice }) {
  const may = useMay();
  const reader = useReader();
  // Of what is on no channel the books have no total.
  if (!may("state_ledger_totals") || slice.channel === 0) return null;
  return (
    <Dialog button={measure ? "State it" : "State a total"} title={measure ? `State ${headings[measure].toLowerCase()}` : "State a total"} letter={letter}>
      {(close) => (
        <Form
          record="ledger_total_draft"
          button="State it"
          value={{ month: month ?? reader.today, measure: measure ?? "spend_of_sales", ...slice }}
          send={(body) => post("/ledger-totals", body)}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** A month in full. */
export function LedgerMonthPage({ params }: PageProps) {
  const month = params.month ?? "";
  const query = useData("/general-ledger/{month}", { params: { month } });
  return (
    <Loaded query={query}>
      {(view) => (
        <Page title={view.title} lead={as_sentence(view.sentence)} actions={<MonthActs view={view} />}>
          <div className="general-ledger-measures">
            {view.items.map((line) => (
              <Measured key={line.measure} line={line} month={view.month} is_closed={view.is_closed} slices="stated" />
            ))}
            <Invoicing view={view} />
            <Events view={view} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function MonthActs({ view }: { view: LedgerMonthView }) {
  const month = view.month.slice(0, 7);
  return (
    <>
      {view.can_state && <StateTotal letter="n" month={view.month} />}
      {view.can_close && (
        <Dialog button="Close the month" title={`Close ${view.title}`}>
          {(close) => (
            <Form
              record="closing_draft"
              button="Close it"
              send={(body) => post("/general-ledger/{month}/closing", body, { params: { month } })}
              then={close}
              on_cancel={close}
            />
          )}
        </Dialog>
      )}
      {view.can_reopen && (
        <Dialog button="Reopen the month" title={`Reopen ${view.title}`}>
          {(close) => (
            <Form
              record="reopening_draft"
              button="Reopen it"
              send={(body) => post("/general-ledger/{month}/reopening", body, { params: { month } })}
              then={close}
              on_cancel={close}
            />
          )}
        </Dialog>
      )}
    </>
  );
}

/** One measure: from what the facts sum to, step by step, to what the books say. */
function Measured({ line, month, is_closed, slices }: { line: LedgerMonthLine; month: string; is_closed: boolean; slices: "all" | "stated" }) {
  const heading = line.slice ? `${headings[line.measure]}: ${line.slice}` : headings[line.measure];
  return (
    <section className="panel">
      <h2>
        <Link href={measure_page(month, line.measure, line)}>{heading}</Link>
      </h2>
      <table className="general-ledger-steps" aria-label={heading}>
        <tbody>
          <End words="The facts sum to" figure={line.ours} />
          {line.steps.map((step) => (
            <StepRow key={step.cause} step={step} />
          ))}
          <End words="The books say" figure={line.stated} />
          {is_closed && (
            <tr>
              <th scope="row">When the month was closed</th>
              <td className="number">
                <Figure figure={line.closed} />
              </td>
            </tr>
          )}
          {is_closed && is_known(line.changed) && (
            <tr>
              <th scope="row">
                {line.changed.money?.minor === 0 ? "Nothing changed since" : <Link href={list_of(month, line.measure, "since_closing", line)}>Changed since</Link>}
              </th>
              <td className="number">
                <Figure figure={line.changed}>
                  <Signed figure={line.changed} />
                </Figure>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <Standing line={line} />
      <Slices line={line} by="channel" words="By channel" which={slices} />
      <Slices line={line} by="spend_kind" words="By kind" which={slices} />
    </section>
  );
}

const list_of = (month: string, measure: Measure, of: string, slice: Slice) =>
  url_of(`${month_page(month)}/entries`, {}, { measure, of, ...in_address(slice) });

/** What each channel or kind is of a side's spend, and how far the books are from it where finance stated that too. */
function Slices({ line, by, words, which }: { line: LedgerMonthLine; by: "channel" | "spend_kind"; words: string; which: "all" | "stated" }) {
  const found = line.slices.filter((slice) => slice[by] !== null && (which === "all" || is_known(slice.stated)));
  if (found.length === 0) return null;
  return (
    <table className="general-ledger-steps general-ledger-slices" aria-label={`${headings[line.measure]}, ${words.toLowerCase()}`}>
      <thead>
        <tr>
          <th scope="col" className="quiet">
            {words}
          </th>
          <th scope="col" className="number quiet">
            The facts
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map((slice) => (
          <tr key={slice.link}>
            <th scope="row">
              <Link href={slice.link}>{slice.name}</Link>
              <div className="under">
                <Apart figure={slice.difference} of={`${headings[line.measure]}: ${slice.name}`} />
              </div>
            </th>
            <td className="number">
              <Figure figure={slice.ours} label={`${headings[line.measure]}: ${slice.name}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function End({ words, figure }: { words: string; figure: FigureData }) {
  return (
    <tr className="general-ledger-end">
      <th scope="row">{words}</th>
      <td className="number">
        <Figure figure={figure} />
      </td>
    </tr>
  );
}

function StepRow({ step }: { step: LedgerStep }) {
  const reader = useReader();
  const words = as_words(step.words);
  return (
    <tr className="general-ledger-step">
      <th scope="row">
        {step.link ? <Link href={step.link}>{words}</Link> : words}
        {step.count > 0 && <div className="under">{count_of(step.count, "entry", "entries", reader)}</div>}
      </th>
      <td className="number">
        <Figure figure={step.change}>
          <Signed figure={step.change} />
        </Figure>
      </td>
    </tr>
  );
}

const as_words = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What the table does not say: nothing is stated, or nothing differs. */
function Standing({ line }: { line: LedgerMonthLine }) {
  if (!is_known(line.stated)) return <p className="quiet under">Finance has not stated this total.</p>;
  if (line.difference.money?.minor === 0) return <p className="quiet under">The books and the facts agree.</p>;
  if (!is_known(line.difference)) return <p className="quiet under">{as_sentence(line.difference.why)}</p>;
  return (
    <p className="quiet under">
      Difference: <Figure figure={line.difference}><Signed figure={line.difference} /></Figure>
    </p>
  );
}

/** From what was booked in the month to what was invoiced in it. */
function Invoicing({ view }: { view: LedgerMonthView }) {
  const booked = view.items.find((line) => line.measure === "revenue_booked");
  const invoiced = view.items.find((line) => line.measure === "revenue_invoiced");
  if (!booked || !invoiced || !is_known(invoiced.ours)) return null;
  return (
    <section className="panel">
      <h2>From booked to invoiced</h2>
      <table className="general-ledger-steps" aria-label="From booked to invoiced">
        <tbody>
          <End words="Booked in the month" figure={booked.ours} />
          {view.invoicing.map((step) => (
            <tr key={step.words} className="general-ledger-step">
              <th scope="row">
                <Link href={step.link}>{as_words(step.words)}</Link>
              </th>
              <td className="number">
                <Figure figure={step.change}>
                  <Signed figure={step.change} />
                </Figure>
              </td>
            </tr>
          ))}
          <End words="Invoiced in the month" figure={invoiced.ours} />
        </tbody>
      </table>
    </section>
  );
}

function Events({ view }: { view: LedgerMonthView }) {
  const reader = useReader();
  return (
    <section className="panel">
      <h2>Closing</h2>
      {view.events.length === 0 ? (
        <p className="quiet">
          Finance has not closed this month. {view.why_not_close || "Once it is closed, its numbers are kept, and what changes later shows."}
        </p>
      ) : (
        <ol className="general-ledger-events">
          {view.events.map((event, at) => (
            <li key={at}>
              {event.is_closing ? "Closed" : "Reopened"} by {event.by_name} on {format_day(event.on_day, reader)}
              {event.words && <>: {event.words}</>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Which slice an address asks for. */
function slice_in(search: string): Record<string, string> {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(["channel", "spend_kind"].flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? ""]] : [])));
}

/** One measure of a month by itself. */
export function LedgerMeasurePage({ params }: PageProps) {
  const { month = "", measure = "" } = params;
  const reader = useReader();
  const query = useAddress<LedgerMonthLine>(url_of(`/general-ledger/${month}/measures/${measure}`, {}, slice_in(useSearch())));
  return (
    <Loaded query={query}>
      {(line) => (
        <Page
          title={[headings[line.measure], line.slice, month_in_words(month, reader.locale)].filter(Boolean).join(", ")}
          lead={
            <>
              What the books say and what the facts sum to, among all that is known of <Link href={month_page(month)}>the month</Link>
              {line.slice && (
                <>
                  {" "}
                  and of <Link href={measure_page(month, line.measure)}>{headings[line.measure].toLowerCase()}</Link>
                </>
              )}
              .
            </>
          }
          actions={<StateTotal letter="n" month={`${month.slice(0, 7)}-01`} measure={line.measure} slice={{ channel: line.channel, spend_kind: line.spend_kind }} />}
        >
          <div className="general-ledger-measures">
            <Measured line={line} month={month} is_closed={is_known(line.closed)} slices="all" />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const lists: Record<string, string> = { counted: "All that counts", at_closing: "What counted when the month was closed", since_closing: "Changed since the month was closed" };

/** The entries behind a number. */
export function LedgerEntriesPage({ params }: PageProps) {
  const month = params.month ?? "";
  const reader = useReader();
  const asked = new URLSearchParams(useSearch());
  const measure = (asked.get("measure") ?? "spend_of_marketing") as Measure;
  const of = asked.get("of") ?? "counted";
  const is_change = of === "since_closing" || of === "changed_since";
  return (
    <Page
      title={lists[of] ?? words_of(of)}
      lead={
        <>
          {headings[measure] ?? words_of(measure)} of <Link href={month_page(month)}>{month_in_words(month, reader.locale)}</Link>.
        </>
      }
    >
      <List<LedgerEntry>
        path={`/general-ledger/${month}/entries`}
        record="ledger_entry"
        order="day"
        held={{ measure, of, ...slice_in(asked.toString()) }}
        words={["entry", "entries"]}
        link={(row) => row.link || null}
        columns={[
          { field: "name", label: "What", under: (row) => row.system },
          "day",
          { field: "kind", label: is_change ? "What became of it" : "Came in by", show: (row) => (is_change ? words_of(row.kind) : row.by_name), under: (row) => [is_change && row.by_name, row.act].filter(Boolean).join(": ") },
          "at",
          "told",
          { field: "change", label: "Counts as" },
        ]}
        filters={["day", "source", "kind", "system"]}
        empty={<Empty title="None.">No entry of the month is among them.</Empty>}
      />
    </Page>
  );
}

/** What finance stated of the books. */
export function LedgerTotalsPage(_: PageProps) {
  const reader = useReader();
  return (
    <Page
      title="Ledger totals"
      lead={
        <>
          What the books say of each month, as finance states it; beside the facts under <Link href="/general-ledger">General ledger</Link>.
        </>
      }
      actions={<StateTotal letter="n" />}
    >
      <List<LedgerTotalRow>
        path="/ledger-totals"
        record="ledger_total_row"
        order="-month"
        words={["total", "totals"]}
        columns={[
          { field: "month", show: (row) => month_in_words(row.month, reader.locale) },
          { field: "measure", show: (row) => [headings[row.measure], slice_of(row)].filter(Boolean).join(": "), under: (row) => row.note },
          "amount",
          { field: "person_name", label: "Stated by", under: (row) => row.system },
          "stated_on",
        ]}
        filters={["month", "measure", "channel", "spend_kind", "stated_on"]}
        empty={
          <Empty title="Finance has stated nothing yet." action={<StateTotal />}>
            Say what the books show for a month: what each side spent, what was booked and invoiced, what the goods cost. Every
            difference from the facts is then told step by step.
          </Empty>
        }
      />
    </Page>
  );
}

const slice_of = ({ channel_name, spend_kind }: LedgerTotalRow) => channel_name || (spend_kind ? words_of(spend_kind) : "");

/** One total, and what was stated before. */
export function LedgerTotalPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<LedgerTotalRow>
      path={`/ledger-totals/${params.id}`}
      record="ledger_total_row"
      title={(row) => [headings[row.measure], slice_of(row), month_in_words(row.month, reader.locale)].filter(Boolean).join(", ")}
      lead={(row) => (
        <>
          As the books say; <Link href={measure_page(row.month, row.measure, row)}>beside the facts</Link>.
        </>
      )}
      skip={["corrects", "month", "measure", "channel", "channel_name", "spend_kind"]}
      actions={(row) => <TotalActs row={row} />}
    />
  );
}

function TotalActs({ row }: { row: LedgerTotalRow }) {
  const may = useMay();
  const act = useUndo();
  const [, go] = useLocation();
  if (!may("state_ledger_totals")) return null;
  const { month, measure, channel, spend_kind, amount, note } = row;
  const take_back = {
    say: "Taken back: nothing is stated of it any more.",
    run: async () => {
      await del("/ledger-totals/{id}", undefined, { params: { id: row.id } });
      go("/ledger-totals");
    },
    undo: () => post("/ledger-totals", { month, measure, channel, spend_kind, amount, note }),
  };
  return (
    <>
      <Dialog button="State anew">
        {(close) => (
          <Form
            record="ledger_total_draft"
            value={row}
            only={["amount", "note"]}
            fixed={{ month, measure, channel, spend_kind }}
            send={(body) => post("/ledger-totals", body)}
            then={({ id }) => go(`/ledger-totals/${id}`)}
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
