// SPDX-License-Identifier: Apache-2.0
import { Select, TextInput } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import "./roi.css";
import { url_of } from "../ui/api";
import type { CreditedOrder, OrderJourney, Roi, RoiLine } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, type FigureData } from "../ui/figure";
import { as_sentence, format_day, format_known, format_number } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { Fields } from "../ui/record";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals } from "../ui/totals";
import { dimensions, models, question_in, type Question } from "./roi_question";
import { RoiTabs } from "./roi_tabs";

export { RoiJourneysPage, RoiTakenPage, RoiWayPage } from "./roi_journeys_page";
export { RoiModelsLinePage, RoiModelsPage } from "./roi_models_page";

/** The question that the address asks; what it leaves out, the server chooses. */
function useQuestion(): [Question, (changed: Question) => void] {
  const question = question_in(useSearch());
  const [path, go] = useLocation();
  return [question, (changed) => go(url_of(path, {}, { ...question, ...changed }))];
}

/** What was spent, and what was the return. */
export function RoiPage(_: PageProps) {
  const [question, ask] = useQuestion();
  const { line: _line, ...asked } = question;
  const query = useAddress<Roi>(url_of("/roi", {}, asked));
  return (
    <Loaded query={query}>
      {(report) => (
        <Page title="Marketing ROI" lead={report.why ? "What was spent, and what was the return." : as_sentence(report.sentence)}>
          <RoiTabs />
          <Asking report={report} ask={ask} />
          {report.why ? (
            <Empty title="Nothing can be said of the return yet.">
              {report.why} <Link href="/imports">Import</Link> spend, touchpoints and orders.
            </Empty>
          ) : (
            <>
              <Sums report={report} />
              <LeftOut rows={report.left_out} />
            </>
          )}
          <Lines asked={asked} report={report} />
        </Page>
      )}
    </Loaded>
  );
}

/** What no figure holds, with the list of it and what to do. */
const LeftOut = ({ rows }: { rows: Roi["left_out"] }) =>
  rows.map(({ sentence, remedy, link }) => (
    <p key={link} className="quiet">
      <Link href={link}>{sentence}</Link> <Link href="/exchange-rates">{remedy}</Link>
    </p>
  ));

function Asking({ report, ask }: { report: Roi; ask: (changed: Question) => void }) {
  const day = (name: "from" | "until", label: string, value: string) => (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={(event) => event.currentTarget.value && ask({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form role="search" className="roi-asking no-print" onSubmit={(event) => event.preventDefault()}>
      <Select
        label="By"
        allowDeselect={false}
        data={dimensions.map((value) => ({ value, label: words_of(value) }))}
        value={report.by}
        onChange={(by) => by && ask({ by })}
      />
      <Select
        label="Credit"
        allowDeselect={false}
        data={models.map((value) => ({ value, label: words_of(value) }))}
        value={report.model}
        onChange={(model) => model && ask({ model })}
      />
      {day("from", "From", report.from_day)}
      {day("until", "To", report.until_day)}
    </form>
  );
}

/** Booked is what touchpoints explain and what none does. */
const Sums = ({ report }: { report: Roi }) => (
  <Totals>
    {(
      [
        ["Spend", report.spend],
        ["Booked", report.booked],
        ["Attributed", report.attributed],
        ["Unattributed", report.unattributed],
        ["ROI on revenue", report.roi_on_revenue],
        ["ROI on margin", report.roi_on_margin],
      ] as [string, FigureData][]
    ).map(([label, figure]) => (
      <Total key={label} label={label}>
        <Figure figure={figure} is_rounded />
      </Total>
    ))}
  </Totals>
);

function Lines({ asked, report }: { asked: Question; report: Roi }) {
  return (
    <List<RoiLine>
      path="/roi/lines"
      record="roi_line"
      order="-spend"
      held={asked as Record<string, string>}
      words={["line", "lines"]}
      link={(line) => line_page(asked, line.id)}
      columns={[
        { field: "name", label: words_of(report.by), under: (line) => under_name(line, report) },
        money("spend"),
        ...(["channel", "campaign", "side"].includes(report.by) ? ["touchpoints"] : []),
        "orders",
        money("revenue"),
        money("gross_margin"),
        "roi_on_revenue",
        "roi_on_margin",
      ]}
      filters={[]}
      empty={<Empty title="Nothing was spent and nothing booked in these days." />}
    />
  );
}

/** Whose it is; of what names none, what that means and where to say it. */
function under_name(line: RoiLine, { by, from_day, until_day }: Roi) {
  if (is_none(line, by)) {
    const spend = url_of("/spend", {}, { [by]: "", day_from: from_day, day_to: until_day });
    return (
      <span className="quiet">
        What names no {by}: say it in the file it comes from, or on <Link href={spend}>each entry of spend</Link>.
      </span>
    );
  }
  return line.side && line.side !== "none" && <Side side={line.side} />;
}

const is_none = (line: RoiLine, by: Roi["by"]) => line.id === 0 && by !== "month" && by !== "side";

/** In whole units: the working says the cents. */
const money = (field: "spend" | "revenue" | "gross_margin") => ({
  field,
  show: (line: RoiLine) => <Figure figure={line[field]} is_rounded />,
});

const line_page = (asked: Question, line: number) => url_of("/roi/line", {}, { ...asked, line: String(line) });

/** One line: its figures with their working, and the orders that it has a part in. */
export function RoiLinePage(_: PageProps) {
  const [question] = useQuestion();
  const query = useAddress<RoiLine>(url_of("/roi/line", {}, question));
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={<Back question={question} />}>
          <Fields record="roi_line" value={line as unknown as Record<string, unknown>} skip={["name"]} />
          <h2>Orders that it has a part in</h2>
          <Orders question={{ ...question, line: String(line.id) }} />
        </Page>
      )}
    </Loaded>
  );
}

function Back({ question: { line: _, ...asked } }: { question: Question }) {
  return (
    <>
      What was spent on it and what came of it, among <Link href={url_of("/roi", {}, asked)}>all of them</Link>.
    </>
  );
}

/** The orders behind a number: those a line has a part in, or those that no touchpoint explains. */
export function RoiOrdersPage(_: PageProps) {
  const [question] = useQuestion();
  const is_open = (question.line ?? "unexplained") === "unexplained";
  return (
    <Page
      title={is_open ? "Orders that no touchpoint explains" : "Orders that it has a part in"}
      lead={is_open ? "Nothing on record says how these customers were reached before they ordered." : <Back question={question} />}
    >
      <Orders question={question} />
    </Page>
  );
}

function Orders({ question }: { question: Question }) {
  const { line: _, ...asked } = question;
  return (
    <List<CreditedOrder>
      path="/roi/orders"
      record="credited_order"
      order="-booked_on"
      held={question as Record<string, string>}
      words={["order", "orders"]}
      link={(order) => url_of(`/roi/orders/${order.id}`, {}, asked)}
      columns={[
        { field: "name", label: "Order", under: (order) => order.account_name },
        "booked_on",
        "touchpoints",
        "revenue",
        ...((question.line ?? "unexplained") === "unexplained"
          ? []
          : [
              { field: "share_percent", label: "Its part" },
              { field: "credit", label: "Of the revenue" },
              { field: "margin", label: "Of the gross margin" },
            ]),
      ]}
      filters={["booked_on", "revenue"]}
      empty={<Empty title="None.">No order of these days is among them.</Empty>}
    />
  );
}

/** How one order came about: the touchpoints of both sides, and what each earned. */
export function OrderJourneyPage({ params }: PageProps) {
  const reader = useReader();
  const [question] = useQuestion();
  const query = useAddress<OrderJourney>(url_of(`/roi/orders/${params.id}`, {}, question));
  return (
    <Loaded query={query}>
      {(journey) => (
        <Page title={journey.name} lead={as_sentence(journey.sentence)}>
          <Totals>
            <Total label={`Booked on ${format_day(journey.booked_on, reader)}`}>
              <Figure figure={journey.revenue} />
            </Total>
            <Total label="Gross margin">
              <Figure figure={journey.gross_margin} />
            </Total>
            <Total label="Account">
              {journey.account ? <Link href={`/accounts/${journey.account}`}>{journey.account_name}</Link> : "—"}
            </Total>
            <Total label="Touchpoints after it">
              <Figure figure={journey.touchpoints_after} />
            </Total>
          </Totals>
          {journey.items.length > 0 && <Touches journey={journey} />}
        </Page>
      )}
    </Loaded>
  );
}

function Touches({ journey }: { journey: OrderJourney }) {
  const reader = useReader();
  return (
    <div className="roi-touches">
      <table>
        <thead>
          <tr>
            <th>When</th>
            <th>Touchpoint</th>
            <th>Side</th>
            <th className="number">Share</th>
            <th className="number">Credit</th>
          </tr>
        </thead>
        <tbody>
          {journey.items.map((touch, at) => (
            <tr key={at}>
              <td>{format_known(touch.at, touch.precision, reader)}</td>
              <td>
                {touch.channel_name}
                {touch.campaign_name && <div className="quiet">{touch.campaign_name}</div>}
              </td>
              <td>
                <Side side={touch.side} />
              </td>
              <td className="number">{format_number(touch.share_percent, reader, 1)}%</td>
              <td className="number">{format_money(touch.credit, { locale: reader.locale, with_cents: true })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
