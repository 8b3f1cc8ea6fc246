// SPDX-License-Identifier: Apache-2.0
import { Select, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useState, type CSSProperties, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import "./roi.css";
import "./roi_cohorts.css";
import { data_url, url_of } from "../ui/api";
import type { Cohort, CohortCell, Cohorts, CreditedOrder, OlderCohort, OrderLag, RoiLine } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { as_sentence, format_known, format_number } from "../ui/format";
import { List } from "../ui/list";
import { Loaded, Waiting } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Total, Totals } from "../ui/totals";
import { LateEntries } from "./roi_late_page";
import { Asking, Choice } from "./roi_asking";
import { order_in_words } from "./roi_orders";
import { RoiTabs } from "./roi_tabs";
import { SumsOver, told_over, type Sum as SumOver } from "./roi_behind";
import { AsAgreed, is_beside_agreed, LeftOut, MoneyAsAgreed, Notes, part_as_agreed, WhoseRules } from "./roi_told";
import { cohort_question_in, drawn_of, heat_of, of_all_months, title_of_orders, touched_in, type CohortQuestion } from "./roi_cohort_question";

const MaturingChart = lazy(() => import("./roi_maturing_chart"));

function useCohortQuestion(): [CohortQuestion, (changed: CohortQuestion) => void] {
  const question = cohort_question_in(useSearch());
  const [path, go] = useLocation();
  return [question, (changed) => go(url_of(path, {}, { ...question, ...changed }))];
}

/** What was spent in each month, and what came back of it since. */
export function CohortsPage(_: PageProps) {
  const [question, ask] = useCohortQuestion();
  const asked = of_all_months(question);
  const query = useAddress<Cohorts>(url_of("/roi/cohorts", {}, asked));
  return (
    <Loaded query={query}>
      {(cohorts) => (
        <Page
          title={cohorts.line_name ? `Cohorts: ${cohorts.line_name}` : "Cohorts"}
          lead={cohorts.why ? "What was spent in each month, and what came back of it since." : as_sentence(cohorts.sentence)}
        >
          <RoiTabs />
          <AskingOfCohorts cohorts={cohorts} asked={asked} ask={ask} />
          <WhoseRules rules={cohorts.rules} is_beside />
          {cohorts.why ? (
            <Empty title="Nothing can be said of what came back yet.">
              {cohorts.why} <Link href="/imports">Import</Link> spend, touchpoints and orders.
            </Empty>
          ) : (
            <Told cohorts={cohorts} asked={asked} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

const dimensions = ["channel", "campaign", "side", "product", "territory", "segment", "salesperson"];

function AskingOfCohorts({ cohorts, asked, ask }: { cohorts: Cohorts; asked: CohortQuestion; ask: (changed: CohortQuestion) => void }) {
  const by = cohorts.by === "month" || cohorts.by === "quarter" ? "channel" : cohorts.by;
  const lines = useAddress<{ items: RoiLine[] }>(url_of("/roi/lines", {}, { by, from: cohorts.from_day, until: cohorts.until_day, limit: 500, order: "name" }));
  const all = { value: "all", label: `Every ${words_of(by).toLowerCase()}` };
  return (
    <Asking report={{ ...cohorts, by }} asked={asked} ask={(changed) => ask(changed.by ? { ...changed, line: "" } : changed)} choices={dimensions}>
      <Select
        label={words_of(by)}
        allowDeselect={false}
        searchable
        data={[all, ...(lines.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]}
        value={cohorts.line === null ? "all" : String(cohorts.line)}
        onChange={(line) => ask({ by, line: line === "all" ? "" : (line ?? "") })}
      />
      <Choice label="Back" choices={["revenue", "gross_margin"]} value={cohorts.of} on_change={(of) => ask({ of })} />
    </Asking>
  );
}

function Told({ cohorts, asked }: { cohorts: Cohorts; asked: CohortQuestion }) {
  const young = cohorts.items.filter((cohort) => !cohort.is_final).reverse();
  return (
    <>
      <Sum cohorts={cohorts} />
      <Notes notes={cohorts.notes} />
      <LeftOut rows={cohorts.left_out} />
      <HeatTable cohorts={cohorts} asked={asked} />
      {young.length > 0 && (
        <section aria-label="What the young months let expect">
          <h2>What the young months let expect</h2>
          <ul className="cohorts-sentences">
            {young.map((cohort) => (
              <li key={cohort.id}>{as_sentence(cohort.sentence)}</li>
            ))}
          </ul>
        </section>
      )}
      <Curves cohorts={cohorts} />
    </>
  );
}

/** What came back of these months, of months before, of others and of nothing known is what was booked. */
function Sum({ cohorts }: { cohorts: Cohorts }) {
  const parts: [string, FigureData, FigureData?][] = [
    ["Back of these months", cohorts.returned, cohorts.agreed_returned],
    ["Back of months before", cohorts.earlier, cohorts.agreed_earlier],
    ...(cohorts.line_name && ["channel", "campaign", "side"].includes(cohorts.by)
      ? ([["Earned by others", cohorts.others, cohorts.agreed_others]] as [string, FigureData, FigureData][])
      : []),
    ["Unattributed", cohorts.unattributed, cohorts.agreed_unattributed],
    ["Booked", cohorts.booked],
    ["Usual lag", cohorts.lag],
  ];
  return (
    <Totals>
      {parts.map(([label, figure, agreed]) => (
        <Total key={label} label={label}>
          <Figure figure={figure} is_rounded />
          {agreed && is_beside_agreed(cohorts.rules) && (
            <div className="totals-value">
              <AsAgreed figure={agreed} />
            </div>
          )}
        </Total>
      ))}
    </Totals>
  );
}

type View = "returned" | "multiple";

/** A row for each month of spend, a column for each month since: the more of it is back, the stronger the colour. */
function HeatTable({ cohorts, asked }: { cohorts: Cohorts; asked: CohortQuestion }) {
  const [view, show] = useState<View>("returned");
  const ages = Math.max(0, ...cohorts.items.map((cohort) => cohort.cells.length));
  const value_of = (cell: CohortCell) => (view === "returned" ? cell.returned.money?.minor : cell.multiple.number);
  const most = Math.max(0, ...drawn_of(cohorts.items).flatMap((cohort) => cohort.cells.map((cell) => value_of(cell) ?? 0)));
  return (
    <section aria-label="Months of spend">
      <div className="cohorts-head">
        <h2>{words_of(cohorts.of)} back by months since the spend</h2>
        <span className="cohorts-views no-print">
          <UnstyledButton onClick={() => show("returned")} aria-pressed={view === "returned"}>
            in money
          </UnstyledButton>
          <UnstyledButton onClick={() => show("multiple")} aria-pressed={view === "multiple"}>
            of the spend
          </UnstyledButton>
          <a href={data_url(url_of("/roi/cohorts", {}, asked), "csv")} download>
            export
          </a>
        </span>
      </div>
      <div className="scrolls" tabIndex={0} role="region" aria-label="Months of spend by months since">
        <table className="cohorts">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Spend</th>
              {[...Array(ages).keys()].map((age) => (
                <th key={age} scope="col">
                  {age === 0 ? "the month itself" : `+${age}`}
                </th>
              ))}
              <th scope="col">Of the spend</th>
              <th scope="col">Expected in the end</th>
            </tr>
          </thead>
          <tbody>
            {cohorts.items.map((cohort) => (
              <Row key={cohort.id} cohort={cohort} ages={ages} view={view} heat={(cell) => heat_of(value_of(cell), most)} asked={asked} is_beside={is_beside_agreed(cohorts.rules)} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">Dashed: orders of that month are still coming in. Empty: it lies ahead.</p>
    </section>
  );
}

interface RowProps {
  cohort: Cohort;
  ages: number;
  view: View;
  heat: (cell: CohortCell) => number;
  asked: CohortQuestion;
  is_beside: boolean;
}

function Row({ cohort, ages, view, heat, asked, is_beside }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link href={url_of("/roi/cohort", {}, { ...asked, month: cohort.first_day.slice(0, 7) })}>{cohort.name}</Link>
        {cohort.late_sentence && (
          <div className="cohorts-under">
            <Link href={cohort.late_link}>{cohort.late_sentence}</Link>
          </div>
        )}
      </th>
      <td>
        <Figure figure={cohort.spend} is_rounded />
      </td>
      {[...Array(ages).keys()].map((age) => (
        <Cell key={age} cell={cohort.cells[age]} view={view} heat={heat} is_beside={is_beside} />
      ))}
      <td>
        <Figure figure={cohort.multiple} />
        {!cohort.is_final && is_known(cohort.multiple) && <div className="cohorts-under">so far</div>}
        {is_beside && <Beneath figure={cohort.agreed_multiple} />}
      </td>
      <td>
        <Figure figure={cohort.expected} is_rounded />
        <Interval cohort={cohort} />
        {is_beside && <Beneath figure={cohort.agreed_expected} />}
      </td>
    </tr>
  );
}

const Beneath = ({ figure }: { figure: FigureData }) => (
  <div className="cohorts-under">
    <AsAgreed figure={figure} />
  </div>
);

function Cell({ cell, view, heat, is_beside }: { cell: CohortCell | undefined; view: View; heat: (cell: CohortCell) => number; is_beside: boolean }) {
  if (!cell) return <td />;
  return (
    <td className="cohorts-cell" data-incomplete={cell.is_incomplete} style={{ "--heat": heat(cell) } as CSSProperties}>
      <Figure figure={cell[view]} is_rounded />
      {is_beside && <Beneath figure={cell[`agreed_${view}`]} />}
      {cell.is_incomplete && <div className="cohorts-under">so far</div>}
    </td>
  );
}

function Interval({ cohort: { expected_from, expected_to, is_final } }: { cohort: Cohort }) {
  const { locale } = useReader();
  if (is_final) return <div className="cohorts-under">all of it is in</div>;
  if (!expected_from || !expected_to) return null;
  const whole = (money: typeof expected_from) => format_money(money, { locale, with_cents: false });
  return (
    <div className="cohorts-under">
      {whole(expected_from)} to {whole(expected_to)}
    </div>
  );
}

/** How money matures: each month's curve, and how much is usually in. */
function Curves({ cohorts }: { cohorts: Cohorts }) {
  const reader = useReader();
  return (
    <section aria-label="How money matures">
      <h2>How money matures</h2>
      <p className="quiet">{as_sentence(cohorts.rest_sentence)}</p>
      <Suspense fallback={<Waiting lines={8} />}>
        <MaturingChart cohorts={cohorts.items} />
      </Suspense>
      {drawn_of(cohorts.items).length < cohorts.items.length && (
        <p className="quiet">{cohorts.items.at(-1)!.name} is not over and not drawn: of so little spend a part says nothing yet. The table has it.</p>
      )}
      {cohorts.shares.length > 0 && (
        <div className="scrolls" tabIndex={0} role="region" aria-label="How much is usually in">
          <table className="cohorts">
            <thead>
              <tr>
                <th scope="col">Months since the spend</th>
                <th scope="col">Usually in</th>
                <th scope="col">Older months that tell of the next step</th>
              </tr>
            </thead>
            <tbody>
              {cohorts.shares.map((share) => (
                <tr key={share.months_since}>
                  <th scope="row">{share.months_since === 0 ? "the month itself" : share.months_since}</th>
                  <td>{share.share_percent === null ? `not known: ${share.why}` : `${format_number(share.share_percent, reader, 0)}%`}</td>
                  <td>{share.months_since + 1 < cohorts.shares.length ? share.cohorts : "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const Back = ({ question }: { question: CohortQuestion }) => (
  <Link href={url_of("/roi/cohorts", {}, of_all_months(question))}>Among all months of spend</Link>
);

/** That a month is told as it stood so many months after, and where it is told as it is now. */
function AsItStood({ question }: { question: CohortQuestion }) {
  const [path] = useLocation();
  if (!question.months_since) return null;
  return (
    <p>
      {question.months_since === "0" ? "As it stood at the end of the month itself. " : `As it stood ${question.months_since} ${question.months_since === "1" ? "month" : "months"} after. `}
      <Link href={url_of(path, {}, { ...question, months_since: "" })}>As it is now</Link>
    </p>
  );
}

/** One month of spend with its working: as it is, or as it stood so many months after. */
export function CohortPage(_: PageProps) {
  const [question] = useCohortQuestion();
  const query = useAddress<Cohort>(url_of("/roi/cohort", {}, question));
  return (
    <Loaded query={query}>
      {(cohort) => (
        <Page title={cohort.name} lead={as_sentence(cohort.sentence)}>
          <WhoseRules rules={cohort.rules} is_beside />
          <AsItStood question={question} />
          <Totals>
            {(
              [
                ["Spend", cohort.spend],
                [cohort.returned.name, cohort.returned, cohort.agreed_returned],
                ["Of the spend", cohort.multiple, cohort.agreed_multiple],
                ["Expected in the end", cohort.expected, cohort.agreed_expected],
                ...(cohort.late_sentence ? [["Spend entered late", cohort.late]] : []),
              ] as [string, FigureData, FigureData?][]
            ).map(([label, figure, agreed]) => (
              <Total key={label} label={label}>
                <Figure figure={figure} />
                {label === "Expected in the end" && <Interval cohort={cohort} />}
                {agreed && is_beside_agreed(cohort.rules) && (
                  <div className="totals-value">
                    <AsAgreed figure={agreed} />
                  </div>
                )}
              </Total>
            ))}
          </Totals>
          {cohort.late_sentence && (
            <p>
              <Link href={cohort.late_link}>{as_sentence(cohort.late_sentence)}</Link>
            </p>
          )}
          <p>
            <Back question={question} />
          </p>
          <h2>Orders that its touchpoints have a part in</h2>
          <Orders question={{ ...question, month: cohort.first_day.slice(0, 7) }} />
        </Page>
      )}
    </Loaded>
  );
}

/** The orders behind what came back: of all months, or of one. */
export function CohortOrdersPage(_: PageProps) {
  const [question] = useCohortQuestion();
  const touched = touched_in(question);
  const { touched: _touched, ...of_month } = question;
  const months = useAddress<Cohorts>(url_of("/roi/cohorts", {}, of_all_months(question))).data;
  const month = useAddress<Cohort>(touched === "months" && question.month ? url_of("/roi/cohort", {}, of_month) : null).data;
  const of_months: Record<typeof touched, SumOver[]> | undefined = months && {
    never: [["Unattributed", months.unattributed]],
    earlier: [["Back of months before", months.earlier, months.agreed_earlier]],
    months: question.month ? [] : [["Back of these months", months.returned, months.agreed_returned]],
  };
  const sums: SumOver[] = month ? [[month.returned.name ?? "Back", month.returned, month.agreed_returned]] : (of_months?.[touched] ?? []);
  return (
    <Page title={title_of_orders(touched, month?.name ?? "", months?.line_name ?? "")} lead={<Back question={question} />}>
      <AsItStood question={question} />
      <Orders question={question} above={told_over(touched !== "never", <SumsOver sums={sums} rules={months?.rules ?? null} held={question} />)} />
    </Page>
  );
}

function Orders({ question, above }: { question: CohortQuestion; above?: (reply: unknown) => ReactNode }) {
  const { line: _line, of: _of, ...asked } = of_all_months(question);
  return (
    <List<CreditedOrder>
      path="/roi/cohorts/orders"
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
        { field: "share_percent", label: "Their part", ...part_as_agreed },
        { field: "credit", label: "Of the revenue", under: (order) => <MoneyAsAgreed money={order.agreed_credit} /> },
        { field: "margin", label: "Of the gross margin", under: (order) => <MoneyAsAgreed money={order.agreed_margin} /> },
      ]}
      filters={["booked_on", "revenue"]}
      empty={<Empty title="None.">No order of these months is among them.</Empty>}
    />
  );
}

/** The older months that tell how money grows from one month since to the next. */
export function OlderCohortsPage(_: PageProps) {
  const [question] = useCohortQuestion();
  const after = Number(question.months_since ?? 0);
  return (
    <Page title={`From ${after} to ${after + 1} months after the spend`} lead={<Back question={question} />}>
      <List<OlderCohort>
        path="/roi/cohorts/older"
        above={told_over(false)}
        record="older_cohort"
        order="-id"
        held={question as Record<string, string>}
        words={["month", "months"]}
        link={null}
        columns={["name", { field: "before", label: `Back after ${after}` }, { field: "after", label: `Back after ${after + 1}` }]}
        filters={[]}
        empty={<Empty title="No month of spend is old enough to tell." />}
      />
    </Page>
  );
}

/** How long orders came after their first touchpoint: behind the usual lag. */
export function OrderLagsPage(_: PageProps) {
  const [question] = useCohortQuestion();
  const reader = useReader();
  const { line: _line, of: _of, ...asked } = of_all_months(question);
  return (
    <Page title="How long orders take" lead={<Back question={question} />}>
      <List<OrderLag>
        path="/roi/cohorts/lags"
        above={told_over(false)}
        record="order_lag"
        order="-lag_days"
        held={question as Record<string, string>}
        words={["order", "orders"]}
        link={(order) => url_of(`/roi/orders/${order.id}`, {}, { ...asked, from: "2000-01-01" })}
        columns={[
          { field: "name", label: "Order", under: (order) => order.account_name },
          { field: "first_touch_at", show: (order) => format_known(order.first_touch_at, order.first_touch_precision, reader) },
          "booked_on",
          "lag_days",
        ]}
        filters={["booked_on", "lag_days"]}
        empty={<Empty title="No touchpoint explains an order yet." />}
      />
    </Page>
  );
}

/** Spend that restates its month: it was entered when the month seemed over. */
export function LateSpendPage(_: PageProps) {
  const [question] = useCohortQuestion();
  return (
    <Page title="Spend that was entered late" lead={<Back question={question} />}>
      <LateEntries path="/roi/cohorts/late" question={question} />
    </Page>
  );
}
