// SPDX-License-Identifier: Apache-2.0
import { Select, TextInput } from "@mantine/core";
import { Link } from "wouter";
import "./roi.css";
import { url_of } from "../ui/api";
import type { CreditedOrder, OrderJourney, Roi, RoiLine } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { as_sentence, format_day, format_known, format_number } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { Fields } from "../ui/record";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals, TotalUnder } from "../ui/totals";
import { Back, useQuestion } from "./roi_asked";
import { BookedLate } from "./roi_late_page";
import { columns, dimensions, models, type Question } from "./roi_question";
import { RoiTabs } from "./roi_tabs";

export { RoiJourneysPage, RoiTakenPage, RoiWayPage } from "./roi_journeys_page";
export { RoiModelsLinePage, RoiModelsPage } from "./roi_models_page";

export { CohortOrdersPage, CohortPage, CohortsPage, LateSpendPage, OlderCohortsPage, OrderLagsPage } from "./roi_cohorts_page";
export { AccountTimelinePage } from "./roi_history_page";
export { RoiLatePage } from "./roi_late_page";
export { RoiLeadsPage, RoiNewAccountsPage } from "./roi_customers_page";

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
          <Asking report={report} shown={asked.columns} ask={ask} />
          <WhoseRules report={report} as_agreed={url_of("/roi", {}, as_agreed(asked))} />
          {report.why ? (
            <Empty title="Nothing can be said of the return yet.">
              {report.why} <Link href="/imports">Import</Link> spend, touchpoints and orders.
            </Empty>
          ) : (
            <>
              {asked.columns !== "customers" && <Sums report={report} />}
              {asked.columns !== undefined && asked.columns !== "money" && <Customers report={report} />}
              {report.notes.map((note) => (
                <p key={note} className="quiet">
                  {note}
                </p>
              ))}
              <BookedLate of={report} />
              <LeftOut rows={report.left_out} />
            </>
          )}
          <div className="roi-lines">
            <Lines asked={asked} report={report} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

/** The same question without rules of its own. */
const as_agreed = ({ model: _model, lookback_days: _lookback, half_life_days: _half_life, markov_order: _order, ...rest }: Question) => rest;

/** Whether rules are agreed, and these are others. */
const is_told_otherwise = (report: Roi) => !report.is_agreed && report.rules_link.includes("/versions/");

/** By whose rules of credit the report is told, and where what is agreed stands. */
function WhoseRules({ report, as_agreed }: { report: Roi; as_agreed: string }) {
  const is_other = is_told_otherwise(report);
  return (
    <p className="quiet">
      {is_other && "Told by other rules than agreed; what is agreed stands beside it. "}
      <Link href={report.rules_link}>{report.rules_sentence}</Link>
      {is_other && (
        <>
          {" "}
          <Link href={as_agreed}>Show as agreed</Link>
        </>
      )}
    </p>
  );
}

/** What no figure holds, with the list of it and what to do. */
const LeftOut = ({ rows }: { rows: Roi["left_out"] }) =>
  rows.map(({ sentence, remedy, link }) => (
    <p key={link} className="quiet">
      <Link href={link}>{sentence}</Link> <Link href="/exchange-rates">{remedy}</Link>
    </p>
  ));

function Asking({ report, shown, ask }: { report: Roi; shown: string | undefined; ask: (changed: Question) => void }) {
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
      <Select
        label="Columns"
        allowDeselect={false}
        data={columns.map((value) => ({ value, label: column_words[value] }))}
        value={shown ?? "money"}
        onChange={(chosen) => chosen && ask({ columns: chosen })}
      />
    </form>
  );
}

const column_words = { money: "Money", customers: "Leads and customers", all: "All" };

/** Booked is what touchpoints explain and what none does. */
const Sums = ({ report }: { report: Roi }) => (
  <Totals>
    {(
      [
        ["Spend", report.spend],
        ["Planned spend", report.planned],
        ["Booked", report.booked],
        ["Attributed", report.attributed],
        ["Unattributed", report.unattributed],
        ["Gross margin", report.gross_margin],
        ["ROI on revenue", report.roi_on_revenue],
        ["ROI on margin", report.roi_on_margin],
      ] as [string, FigureData][]
    ).map(([label, figure]) => (
      <Total key={label} label={label}>
        <Figure figure={figure} is_rounded />
        {label === "Spend" && report.late_sentence && (
          <TotalUnder>
            <Figure figure={report.late} is_rounded /> <span className="quiet">booked late</span>
          </TotalUnder>
        )}
      </Total>
    ))}
  </Totals>
);

/** All of them, and of these those that no touchpoint explains. */
const Customers = ({ report }: { report: Roi }) => (
  <Totals>
    {(
      [
        ["Leads", report.leads, report.unattributed_leads],
        ["Opportunities", report.opportunities, report.unattributed_opportunities],
        ["Orders", report.orders],
        ["New accounts", report.new_accounts, report.unattributed_new_accounts],
        ["Cost per lead", report.cost_per_lead],
        ["Cost per opportunity", report.cost_per_opportunity],
        ["CAC", report.cac],
        ["Payback, months", report.payback_months],
      ] as [string, FigureData, FigureData?][]
    ).map(([label, figure, open]) => (
      <Total key={label} label={label}>
        <Figure figure={figure} label={label} is_rounded />
        {open && is_known(open) && (
          <TotalUnder>
            <Figure figure={open} /> <span className="quiet">unattributed</span>
          </TotalUnder>
        )}
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
        { field: "name", label: words_of(report.by), under: (line) => <UnderName line={line} report={report} /> },
        ...(is_told_otherwise(report) ? [money("agreed_revenue", "Revenue as agreed")] : []),
        ...columns_of(asked.columns, ["channel", "campaign", "side"].includes(report.by)),
      ]}
      filters={[]}
      empty={<Empty title="Nothing was spent and nothing booked in these days." />}
    />
  );
}

/** Whose it is, and what of its spend was booked late. */
const UnderName = ({ line, report }: { line: RoiLine; report: Roi }) => (
  <>
    {whose_it_is(line, report)}
    {line.late_sentence && (
      <div>
        <Link href={line.late_link}>Spend booked late:</Link> <Figure figure={line.late} is_rounded />
      </div>
    )}
  </>
);

/** Of what names none, what that means and where to say it. */
function whose_it_is(line: RoiLine, { by, from_day, until_day }: Roi) {
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

type Money = "agreed_revenue" | "spend" | "planned" | "revenue" | "gross_margin" | "cost_per_lead" | "cost_per_opportunity" | "cac";

/** In whole units: the working says the cents. */
const money = (field: Money, label?: string) => ({
  field,
  label,
  show: (line: RoiLine) => <Figure figure={line[field]} is_rounded />,
});

/** What the table shows of a line: what it earned, what customers it won and at which cost, or both. */
function columns_of(shown: string | undefined, has_touchpoints: boolean) {
  const touchpoints = has_touchpoints ? ["touchpoints"] : [];
  const won = [...touchpoints, "leads", "opportunities", "orders", "new_accounts"];
  const costs = [
    money("cost_per_lead", "Per lead"),
    money("cost_per_opportunity", "Per opportunity"),
    money("cac", "CAC"),
    { field: "payback_months", label: "Payback, months" },
  ];
  const returned = [money("revenue"), money("gross_margin"), "roi_on_revenue", "roi_on_margin"];
  if (shown === "customers") return [money("spend"), ...won, ...costs];
  if (shown === "all") return [money("spend"), money("planned"), ...won, ...returned, ...costs];
  return [money("spend"), money("planned"), ...touchpoints, "orders", ...returned];
}

const line_page = (asked: Question, line: number) => url_of("/roi/line", {}, { ...asked, line: String(line) });

/** One line: its figures with their working, and the orders that it has a part in. */
export function RoiLinePage(_: PageProps) {
  const [question] = useQuestion();
  const query = useAddress<RoiLine>(url_of("/roi/line", {}, question));
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={<Back question={question} />}>
          <Fields
            record="roi_line"
            value={line as unknown as Record<string, unknown>}
            skip={["name", "late_sentence", "late_link", ...(line.late_sentence ? [] : ["late"])]}
          />
          <BookedLate of={line} />
          <h2>Orders that it has a part in</h2>
          <p className="quiet">
            Its <Link href={url_of("/roi/leads", {}, { ...question, line: String(line.id) })}>leads</Link> and its{" "}
            <Link href={url_of("/roi/new-accounts", {}, { ...question, line: String(line.id) })}>new accounts</Link> have lists of their own.
          </p>
          <Orders question={{ ...question, line: String(line.id) }} />
        </Page>
      )}
    </Loaded>
  );
}

/** The orders behind a number: those a line has a part in, or those that no touchpoint explains. */
export function RoiOrdersPage(_: PageProps) {
  const [question] = useQuestion();
  const is_open = (question.line ?? "unexplained") === "unexplained";
  const is_all = question.line === "all";
  return (
    <Page
      title={is_open ? "Orders that no touchpoint explains" : is_all ? "Orders of these days" : "Orders that it has a part in"}
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
        { field: "name", label: "Order", under: (order) => (order.is_refund ? `${order.account_name}, refund` : order.account_name) },
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
          {journey.account && <Link href={`/accounts/${journey.account}/timeline`}>The account’s whole history</Link>}
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
