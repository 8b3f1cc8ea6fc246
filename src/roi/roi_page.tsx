// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import "./roi.css";
import { data_url, url_of } from "../ui/api";
import type { CreditedOrder, CreditedTouch, OrderJourney, Roi, RoiLine } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { DaysAsked } from "../ui/days_asked";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { as_sentence, format_day, format_known, format_number, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { Fields } from "../ui/record";
import { useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals, TotalUnder } from "../ui/totals";
import { Back, useQuestion } from "./roi_asked";
import { Asking, Choice } from "./roi_asking";
import { title_behind } from "./roi_behind_title";
import { SumsOfLine, told_over, useLine, type Sum } from "./roi_behind";
import { BookedLate } from "./roi_late_page";
import { AskedAlone, ChooseOnly } from "./roi_only";
import { order_in_words } from "./roi_orders";
import { columns, dimensions, without_only, type Question } from "./roi_question";
import { RoiTabs } from "./roi_tabs";
import { AsAgreed, is_beside_agreed, LeftOut, MoneyAsAgreed, Notes, part_as_agreed, WhoseRules } from "./roi_told";

export { AttributionHelpPage, ModelHelpPage } from "./roi_help_page";
export { RoiJourneysPage, RoiSingleJourneysPage, RoiTakenPage, RoiWayPage } from "./roi_journeys_page";
export { RoiModelsLinePage, RoiModelsPage } from "./roi_models_page";

export { CohortOrdersPage, CohortPage, CohortsPage, LateSpendPage, OlderCohortsPage, OrderLagsPage } from "./roi_cohorts_page";
export { AccountTimelinePage } from "./roi_history_page";
export { RoiLatePage } from "./roi_late_page";
export { RoiTouchpointsPage } from "./roi_met_page";
export { RoiPlannedPage } from "./roi_planned_page";
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
          <Asking report={report} asked={asked} ask={ask} choices={dimensions}>
            <Choice
              label="Columns"
              choices={columns}
              value={asked.columns ?? "money"}
              words={(chosen) => column_words[chosen as keyof typeof column_words]}
              on_change={(chosen) => ask({ columns: chosen })}
            />
            <ChooseOnly report={report} asked={asked} ask={ask} />
          </Asking>
          <AskedAlone report={report} ask={ask} />
          <WhoseRules rules={report.rules} is_beside />
          {report.why ? (
            <Empty title="Nothing can be said of the return yet.">
              {report.why} <Link href="/imports">Import</Link> spend, touchpoints and orders.
            </Empty>
          ) : (
            <>
              {asked.columns !== "customers" && <Sums report={report} />}
              {asked.columns !== undefined && asked.columns !== "money" && <Customers report={report} />}
              <Notes notes={report.notes} first_is_open={owns_orders.includes(report.by)} />
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

const column_words = { money: "Money", customers: "Leads and customers", all: "All" };

/** Booked is what touchpoints explain and what none does. */
const Sums = ({ report }: { report: Roi }) => (
  <Totals>
    {(
      [
        ["Spend", report.spend],
        ["Planned spend", report.planned],
        ["Booked", report.booked],
        ["Attributed", report.attributed, report.agreed_attributed],
        ["Unattributed", report.unattributed, report.agreed_unattributed],
        ["Gross margin", report.gross_margin],
        ["ROI on all booked", report.roi_on_revenue, report.agreed_roi_on_attributed_revenue, report.roi_on_attributed_revenue],
        ["Margin ROI on all booked", report.roi_on_margin, report.agreed_roi_on_attributed_margin, report.roi_on_attributed_margin],
      ] as [string, FigureData, FigureData?, FigureData?][]
    ).map(([label, figure, agreed, attributed]) => (
      <Total key={label} label={label}>
        <Figure figure={figure} is_rounded />
        {label === "Spend" && report.late_sentence && (
          <TotalUnder>
            <Figure figure={report.late} is_rounded /> <span className="quiet">booked late</span>
          </TotalUnder>
        )}
        {label === "Planned spend" && <ComparedWith planned={figure} />}
        {attributed && (
          <TotalUnder>
            <Figure figure={attributed} label={attributed.name} is_rounded /> <span className="quiet">on attributed</span>
          </TotalUnder>
        )}
        {agreed && is_beside_agreed(report.rules) && (
          <TotalUnder>
            <AsAgreed figure={agreed} />
          </TotalUnder>
        )}
      </Total>
    ))}
  </Totals>
);

/** What of the spend planned spend compares with: all but pay, of what names a campaign of which something is planned. */
function ComparedWith({ planned }: { planned: FigureData }) {
  const { locale } = useReader();
  const said = (name: string) => planned.inputs?.find((input) => input.name === name)?.money;
  const spent = said("spent on campaigns in these days, pay left out");
  if (!spent) return null;
  const unplanned = said("of that on campaigns of which nothing is planned in these days")?.minor ?? 0;
  return (
    <TotalUnder>
      {format_money({ ...spent, minor: spent.minor - unplanned }, { locale, with_cents: false })} <span className="quiet">spent on {unplanned === 0 ? "campaigns" : "these campaigns"}, without pay</span>
    </TotalUnder>
  );
}

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
      order={report.by === "month" || report.by === "quarter" ? "id" : "-spend"}
      held={asked as Record<string, string>}
      words={["line", "lines"]}
      link={(line) => line_page(asked, line.id)}
      columns={[
        { field: "name", label: words_of(report.by), under: (line) => <UnderName line={line} report={report} /> },
        ...columns_of(asked.columns, is_beside_agreed(report.rules), !owns_orders.includes(report.by) && report.by !== "month" && report.by !== "quarter"),
      ]}
      filters={[]}
      // Why nothing can be said stands above already, with what to do first.
      empty={report.why ? <></> : <Empty title="Nothing was spent and nothing booked in these days." />}
    />
  );
}

/** Of these one reason holds for all lines, and stands above them; so does what is true of the days asked. */
const owns_orders: readonly Roi["by"][] = ["product", "territory", "segment", "salesperson"];

/** Whose it is, why no return of it is told, and what of its spend was booked late. */
const UnderName = ({ line, report }: { line: RoiLine; report: Roi }) => (
  <>
    {whose_it_is(line, report)}
    {line.note && !owns_orders.includes(report.by) && !report.notes.includes(line.note) && <div className="quiet">{line.note}</div>}
    {line.late_sentence && (
      <div>
        <Link href={line.late_link}>Spend booked late:</Link> <Figure figure={line.late} is_rounded />
      </div>
    )}
    {line.left_out_sentence && (
      <div>
        <Link href={line.left_out_link}>{line.left_out_sentence}</Link>
      </div>
    )}
  </>
);

/** Of what names none, what that means and where to say it. */
function whose_it_is(line: RoiLine, { by, from_day, until_day }: Roi) {
  if (is_none(line, by)) {
    if (by === "segment")
      return (
        <span className="quiet">
          Spend that is for no industry: say on <Link href="/campaigns?industry=">each campaign</Link> which one it addresses.
        </span>
      );
    const spend = url_of("/spend", {}, { [by === "salesperson" ? "person" : by]: "", day_from: from_day, day_to: until_day });
    return (
      <span className="quiet">
        What names no {by}: say it in the file it comes from, or on <Link href={spend}>each entry of spend</Link>.
        {by === "channel" && (
          <>
            {" "}
            What sales logs is in the channel that has its kind among its names (Visit, Call, Meeting, Demo, Email): <Link href="/channels">add one</Link>, or the name.
          </>
        )}
      </span>
    );
  }
  return line.side && line.side !== "none" && <Side side={line.side} />;
}

const is_none = (line: RoiLine, by: Roi["by"]) => line.id === 0 && by !== "month" && by !== "side";

type Money = "spend" | "planned";

/** In whole units: the working says the cents. */
const money = (field: Money, label?: string) => ({
  field,
  label,
  show: (line: RoiLine) => <Figure figure={line[field]} is_rounded />,
});

type Earned =
  | "revenue"
  | "gross_margin"
  | "roi_on_revenue"
  | "roi_on_margin"
  | "orders"
  | "leads"
  | "opportunities"
  | "new_accounts"
  | "cost_per_lead"
  | "cost_per_opportunity"
  | "cac"
  | "payback_months";

/** What a line earned, with the same as agreed beneath it where other rules are asked for. */
const earned = (field: Earned, is_beside: boolean, label?: string) => ({
  field,
  label,
  show: (line: RoiLine) => <Figure figure={line[field]} is_rounded />,
  ...(is_beside && { under: (line: RoiLine) => <AsAgreed figure={line[`agreed_${field}`]} /> }),
});

/** What the table shows of a line: what it earned, what customers it won and at which cost, or both. */
function columns_of(shown: string | undefined, is_beside: boolean, are_attributed: boolean) {
  const won = ["touchpoints", ...(["leads", "opportunities", "orders", "new_accounts"] as const).map((field) => earned(field, is_beside))];
  const costs = [
    earned("cost_per_lead", is_beside, "Per lead"),
    earned("cost_per_opportunity", is_beside, "Per opportunity"),
    earned("cac", is_beside, "CAC"),
    earned("payback_months", is_beside, "Payback, months"),
  ];
  const returned = [
    earned("revenue", is_beside),
    earned("gross_margin", is_beside),
    earned("roi_on_revenue", is_beside, are_attributed ? "ROI on attributed" : "ROI on its orders"),
    earned("roi_on_margin", is_beside, are_attributed ? "Margin ROI on attributed" : "Margin ROI on its orders"),
  ];
  if (shown === "customers") return [money("spend"), ...won, ...costs];
  if (shown === "all") return [money("spend"), money("planned"), ...won, ...returned, ...costs];
  return [money("spend"), money("planned"), "touchpoints", earned("orders", is_beside), ...returned];
}

const agreed_fields = [
  "agreed_revenue",
  "agreed_gross_margin",
  "agreed_roi_on_revenue",
  "agreed_roi_on_margin",
  "agreed_orders",
  "agreed_leads",
  "agreed_opportunities",
  "agreed_new_accounts",
  "agreed_cost_per_lead",
  "agreed_cost_per_opportunity",
  "agreed_cac",
  "agreed_payback_months",
];

const line_page = (asked: Question, line: number) => url_of("/roi/line", {}, { ...asked, line: String(line) });

/** One line: its figures with their working, and the orders that it has a part in. */
export function RoiLinePage(_: PageProps) {
  const [question, ask] = useQuestion();
  const { query, is_none, name } = useLine(question, true);
  if (is_none) return <NothingOfIt question={question} name={name} ask={ask} />;
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={<Back question={question} />}>
          <WhoseRules rules={line.rules} is_beside />
          {line.note && <p className="quiet">{line.note}</p>}
          <BookedLate of={line} />
          <LeftOut rows={line.left_out} />
          <Fields record="roi_line" value={line as unknown as Record<string, unknown>} skip={["name", "note", "only", "rules", "left_out", "left_out_sentence", "left_out_link", "late_sentence", "late_link", ...(line.late_sentence ? [] : ["late"]), ...(line.rules && is_beside_agreed(line.rules) ? [] : agreed_fields)]} />
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

/** Where a line has neither spend nor touchpoints nor orders in the days asked for. */
function NothingOfIt({ question, name, ask }: { question: Question; name: string; ask: (changed: Question) => void }) {
  const { line: _line, ...asked } = question;
  const report = useAddress<Roi>(url_of("/roi", {}, asked)).data;
  const { today } = useSession();
  const all_days = { from: "2000-01-01", until: today };
  const is_of_all_days = question.from !== undefined && question.from <= all_days.from && (question.until ?? today) >= today;
  return (
    <Page title={name || "Nothing in these days"} lead={<Back question={question} />}>
      {report && (
        <>
          <form role="search" className="roi-asking no-print" onSubmit={(event) => event.preventDefault()}>
            <DaysAsked from={report.from_day} until={report.until_day} ask={ask} />
          </form>
          <WhoseRules rules={report.rules} />
        </>
      )}
      <Empty
        title={is_of_all_days ? "There is nothing of it." : "There is nothing of it in these days."}
        action={!is_of_all_days && <Link href={url_of("/roi/line", {}, { ...question, ...all_days })}>Look at all days</Link>}
      >
        Nothing that you may see was spent on it, nobody was met by it, and no order came of it.
      </Empty>
    </Page>
  );
}

/** The orders behind a number: those a line has a part in, or those that no touchpoint explains. */
export function RoiOrdersPage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  const is_open = (question.line ?? "unexplained") === "unexplained";
  return (
    <Page
      title={title_behind("Orders", question, name, "unexplained")}
      lead={is_open ? "Nothing on record says how these customers were reached before they ordered." : <Back question={question} />}
    >
      <Orders question={question} above={told_over(!is_open, <SumsOfLine question={question} line={query.data} of_line={orders_of_line} of_all={is_open ? unexplained_orders : all_orders} />)} />
    </Page>
  );
}

const orders_of_line = (line: RoiLine): Sum[] => [
  ["Its part of the revenue", line.revenue, line.agreed_revenue],
  ["Of the gross margin", line.gross_margin, line.agreed_gross_margin],
];
const all_orders = (report: Roi): Sum[] => [["Booked", report.booked], ["Gross margin", report.gross_margin]];
const unexplained_orders = (report: Roi): Sum[] => [["Unattributed", report.unattributed]];

function Orders({ question, above }: { question: Question; above?: (reply: unknown) => ReactNode }) {
  const { line: _, ...asked } = without_only(question);
  return (
    <List<CreditedOrder>
      path="/roi/orders"
      above={above}
      record="credited_order"
      order="-booked_on"
      held={question as Record<string, string>}
      words={["order", "orders"]}
      link={(order) => url_of(`/roi/orders/${order.id}`, {}, asked)}
      columns={[
        { field: "name", label: "Order", under: order_in_words },
        "booked_on",
        "touchpoints",
        "revenue",
        ...((question.line ?? "unexplained") === "unexplained"
          ? []
          : [
              { field: "share_percent", label: "Its part", ...part_as_agreed },
              { field: "credit", label: "Of the revenue", under: (order: CreditedOrder) => <MoneyAsAgreed money={order.agreed_credit} /> },
              { field: "margin", label: "Of the gross margin", under: (order: CreditedOrder) => <MoneyAsAgreed money={order.agreed_margin} /> },
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
  const question = without_only(useQuestion()[0]);
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
            <Total label="Older than the look-back">
              <Figure figure={journey.touchpoints_too_old} />
            </Total>
          </Totals>
          <WhoseRules rules={journey.rules} is_beside />
          <p className="roi-beside">
            {journey.account && <Link href={`/accounts/${journey.account}/timeline`}>The account’s whole history</Link>}
            {journey.items.length > 0 && (
              <a className="no-print" href={data_url(url_of(`/roi/orders/${params.id}`, {}, question), "csv")} download>
                export
              </a>
            )}
          </p>
          {journey.items.length > 0 && <Touches journey={journey} />}
        </Page>
      )}
    </Loaded>
  );
}

function Touches({ journey }: { journey: OrderJourney }) {
  const is_beside = is_beside_agreed(journey.rules);
  return (
    <div className="roi-touches" role="region" aria-label="Its touchpoints" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Touchpoint</th>
            <th scope="col">Side</th>
            <th scope="col" className="number">Share</th>
            <th scope="col" className="number">Credit</th>
            {is_beside && (
              <>
                <th scope="col" className="number">Share as agreed</th>
                <th scope="col" className="number">Credit as agreed</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {journey.items.map((touch) => (
            <Touch key={touch.id} touch={touch} is_beside={is_beside} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Touch({ touch, is_beside }: { touch: CreditedTouch; is_beside: boolean }) {
  const reader = useReader();
  const share = (percent: number) => `${format_number(percent, reader, 1)}%`;
  const money = (credit: CreditedTouch["credit"]) => format_money(credit, { locale: reader.locale, with_cents: true });
  return (
    <tr>
      <td>{format_known(touch.at, touch.precision, reader)}</td>
      <td>
        <Link href={url_of("/touchpoints", {}, { id: touch.id })}>{touch.channel_name}</Link>
        {touch.campaign_name && <div className="quiet">{touch.campaign_name}</div>}
      </td>
      <td>
        <Side side={touch.side} />
      </td>
      <td className="number">{share(touch.share_percent)}</td>
      <td className="number">{money(touch.credit)}</td>
      {is_beside && (
        <>
          <td className="number">{typeof touch.agreed_share_percent === "number" ? share(touch.agreed_share_percent) : not_known}</td>
          <td className="number">{touch.agreed_credit ? money(touch.agreed_credit) : not_known}</td>
        </>
      )}
    </tr>
  );
}
