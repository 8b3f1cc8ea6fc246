// SPDX-License-Identifier: Apache-2.0
import { NumberInput, Select } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import "./conversion.css";
import { data_url, url_of } from "../ui/api";
import type { CohortJourney, FunnelLine, FunnelReport, StageConversion } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { DaysAsked } from "../ui/days_asked";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, type FigureData } from "../ui/figure";
import { as_sentence } from "../ui/format";
import { Term } from "../ui/glossary";
import { List, type Column } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { NotShown } from "../ui/record";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals, TotalUnder } from "../ui/totals";
import { Compared, Interval, Points, type Between } from "./conversion_changes";
import { bar_of, changed, list_question_in, of_all_steps, question_in, type Question } from "./conversion_question";

const dimensions = ["all", "side", "territory", "product", "source", "salesperson", "month"];

function useQuestion(): [Question, (change: Question) => void] {
  const question = question_in(useSearch());
  const [path, go] = useLocation();
  return [question, (change) => go(url_of(path, {}, changed(question, change)))];
}

/** What became of the leads and opportunities that began between two days, step by step. */
export function FunnelPage(_: PageProps) {
  const [question, ask] = useQuestion();
  const query = useAddress<FunnelReport>(url_of("/funnel", {}, question));
  return (
    <Loaded query={query}>
      {(report) => (
        <Page
          title={report.line_name ? `Funnel: ${report.line_name}` : "Funnel"}
          lead={report.why ? "What became of leads and opportunities, step by step." : as_sentence(report.sentence)}
        >
          <Asking report={report} question={question} ask={ask} />
          {report.why ? (
            <Empty title="Nothing can be said of these days.">
              {report.why} Choose other days, or <Link href="/imports">import</Link> leads and opportunities.
              <Notes report={report} />
            </Empty>
          ) : (
            <Told report={report} question={question} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

function Asking({ report, question, ask }: { report: FunnelReport; question: Question; ask: (change: Question) => void }) {
  const compared = report.against_from ? (question.against === "previous" ? "previous" : "days") : "none";
  return (
    <form role="search" className="funnel-asking no-print" onSubmit={(event) => event.preventDefault()}>
      <Select
        label="By"
        allowDeselect={false}
        data={dimensions.map((value) => ({ value, label: value === "month" ? "Month of beginning" : words_of(value) }))}
        value={report.by}
        onChange={(by) => by && ask({ by, line: "" })}
      />
      <DaysAsked from={report.from_day} until={report.until_day} labels={["Begun from", "To"]} ask={ask} />
      <NumberInput
        label="Within so many days"
        min={1}
        max={3660}
        allowDecimal={false}
        defaultValue={report.horizon_days}
        onBlur={(event) => event.currentTarget.value && ask({ horizon_days: event.currentTarget.value })}
      />
      <Select
        label="Compared with"
        allowDeselect={false}
        data={[
          { value: "none", label: "Nothing" },
          { value: "previous", label: "As many days before" },
          ...(compared === "days" ? [{ value: "days", label: "The days asked for" }] : []),
        ]}
        value={compared}
        onChange={(value) => value && value !== "days" && ask({ against: value === "none" ? "" : value, against_from: "", against_until: "" })}
      />
    </form>
  );
}

function Told({ report, question }: { report: FunnelReport; question: Question }) {
  return (
    <>
      {report.line !== null && (
        <p>
          <Link href={url_of("/funnel", {}, changed(question, { line: "" }))}>All of them</Link>
        </p>
      )}
      <Whole report={report} />
      <Notes report={report} />
      <Steps report={report} question={question} />
      {report.against_from && <Compared report={report} />}
      {report.by !== "all" && report.line === null && <Lines report={report} question={question} />}
    </>
  );
}

function Whole({ report }: { report: FunnelReport }) {
  const parts: [string, FigureData, Between?][] = [
    ["Began", report.journeys],
    ["Won", report.won],
    ["Lost", report.lost],
    ["Open", report.open],
    [report.won_at_horizon.name, report.won_at_horizon, { from: report.won_at_horizon_from, to: report.won_at_horizon_to }],
    ["Won as far as seen", report.won_so_far, { from: report.won_so_far_from, to: report.won_so_far_to }],
    ["Win rate", report.won_rate],
    ["Mean value", report.mean_value],
    ["Mean days", report.length],
    ["Velocity a day", report.velocity],
  ];
  return (
    <Totals>
      {parts.map(([label, figure, between]) => (
        <Total key={label} label={label}>
          <Figure figure={figure} label={label} is_rounded />
          {between && (
            <TotalUnder>
              <Interval {...between} />
            </TotalUnder>
          )}
        </Total>
      ))}
    </Totals>
  );
}

function Notes({ report }: { report: FunnelReport }) {
  if (report.notes.length === 0) return null;
  return (
    <ul className="funnel-notes">
      {report.notes.map(({ sentence, link }) => (
        <li key={sentence}>{link ? <Link href={link}>{as_sentence(sentence)}</Link> : as_sentence(sentence)}</li>
      ))}
    </ul>
  );
}

const number_of = (figure: FigureData) => figure.number ?? 0;

const headings_of = (horizon_days: number) => [
  "Came, worth",
  "Went on",
  "Lost there, worth",
  `Goes on in ${horizon_days} days`,
  `Is won in ${horizon_days} days`,
  "Half have left",
  "Nine of ten",
  "Still there, open worth",
  "Gone back",
  "Came back",
];

/** A row for each step; the bar is as long as what came to it. */
function Steps({ report, question }: { report: FunnelReport; question: Question }) {
  const most = Math.max(0, ...report.items.map((step) => number_of(step.came)));
  const headings = headings_of(report.horizon_days);
  return (
    <section aria-label="Steps">
      <div className="funnel-head">
        <h2>From step to step</h2>
        <span className="funnel-key" aria-hidden="true">
          <i data-part="went_on" /> went on <i data-part="open" /> still open <i data-part="lost" /> lost there
        </span>
        <a className="no-print" href={data_url(url_of("/funnel", {}, question), "csv")} download>
          export
        </a>
      </div>
      <div className="scrolls" tabIndex={0} role="region" aria-label="What became of the journeys at each step">
        <table className="funnel-steps funnel-cards" role="table">
          <thead role="rowgroup">
            <tr role="row">
              {["Step", ...headings].map((label) => (
                <th key={label} scope="col" role="columnheader">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {report.items.map((step) => (
              <Step key={step.id} step={step} most={most} headings={headings} question={question} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Each journey counts once at a step. Parts and days are as of those that still stand there, with 95% intervals; “—” says why.
      </p>
    </section>
  );
}

interface StepProps {
  step: StageConversion;
  most: number;
  headings: readonly string[];
  question: Question;
}

function Step({ step, most, headings, question }: StepProps) {
  const bar = bar_of({ went_on: number_of(step.went_on), here: number_of(step.here), back: number_of(step.back), lost: number_of(step.lost) }, most);
  const with_interval = (figure: FigureData, between?: Between) => (
    <>
      <Figure figure={figure} is_rounded />
      {between && (
        <div>
          <Interval {...between} />
        </div>
      )}
    </>
  );
  const cells = [
    <>
      <Figure figure={step.came} /> <Worth figure={step.value} />
      <div className="funnel-bar" aria-hidden="true">
        {(["went_on", "open", "lost"] as const).map((part) => (
          <i key={part} data-part={part} style={{ width: `${bar[part]}%` }} />
        ))}
      </div>
    </>,
    <>
      <Figure figure={step.went_on} />
      <Worth figure={step.to_next} />
    </>,
    <>
      <Figure figure={step.lost} />
      <Worth figure={step.value_lost} />
    </>,
    with_interval(step.next_at_horizon, { from: step.next_at_horizon_from, to: step.next_at_horizon_to }),
    with_interval(step.won_at_horizon, { from: step.won_at_horizon_from, to: step.won_at_horizon_to }),
    with_interval(step.median_days, { from: step.median_days_from, to: step.median_days_to, unit: "days" }),
    with_interval(step.most_days, { from: step.most_days_from, to: step.most_days_to, unit: "days" }),
    <>
      <Figure figure={step.here} />
      <Worth figure={step.value_here} />
    </>,
    with_interval(step.back),
    with_interval(step.returned),
  ];
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link href={url_of("/funnel/step", {}, { ...question, step: step.name })}>{step.name}</Link>
        <div className="funnel-under">
          {step.is_agreed ? step.responsible !== "none" && <Side side={step.responsible} /> : "not agreed"}
        </div>
      </th>
      {cells.map((cell, at) => (
        <td key={headings[at]} role="cell" data-label={headings[at]} className={at === 0 ? "funnel-came" : undefined}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** What those in a cell are worth, or which part they are, under their number. */
const Worth = ({ figure }: { figure: FigureData }) => (
  <span className="funnel-under funnel-worth">
    <Figure figure={figure} is_rounded />
  </span>
);

/** Each source, product, salesperson and so on, by name: nobody is ranked on what can be chance. */
function Lines({ report, question }: { report: FunnelReport; question: Question }) {
  const held = { ...question, by: report.by, from: report.from_day, until: report.until_day, as_of: report.as_of_day, horizon_days: String(report.horizon_days) };
  return (
    <section aria-label="Lines">
      <h2>By {words_of(report.by).toLowerCase()}</h2>
      <div className="funnel-list">
        <List<FunnelLine>
          path="/funnel/lines"
          record="funnel_line"
          order="name"
          held={held}
          words={["line", "lines"]}
          link={(line) => url_of("/funnel", {}, { ...question, by: report.by, line: line.line })}
          columns={[
            { field: "name", label: words_of(report.by) },
            { field: "journeys", label: "Began" },
            { field: "won", label: "Won, worth", under: (line) => <Figure figure={line.value_won} is_rounded /> },
            { field: "lost", label: "Lost, worth", under: (line) => <Figure figure={line.value_lost} is_rounded /> },
            { field: "open", label: "Open, worth", under: (line) => <Figure figure={line.value_open} is_rounded /> },
            {
              field: "won_at_horizon",
              label: `Is won in ${report.horizon_days} days`,
              under: (line) => <Interval from={line.won_at_horizon_from} to={line.won_at_horizon_to} />,
            },
            { field: "velocity", label: "Velocity a day", show: (line) => <Figure figure={line.velocity} is_rounded /> },
            { field: "difference", label: "Against the others", show: (line) => <Points figure={line.difference} />, under: (line) => <span className="funnel-against">{line.difference_sentence}</span> },
          ]}
          filters={[]}
        />
      </div>
    </section>
  );
}

const Back = ({ question }: { question: Question }) => <Link href={url_of("/funnel", {}, of_all_steps(question))}>The whole funnel</Link>;

/** One step with its workings. */
export function FunnelStepPage(_: PageProps) {
  const question = list_question_in(useSearch());
  const query = useAddress<StageConversion>(url_of("/funnel/step", {}, question));
  if (query.error && !query.data) return <NotShown error={query.error} again={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(step) => {
        return (
          <Page
            title={step.name}
            lead={
              <>
                {step.is_agreed ? (
                  <>
                    <Term name={step.name} />, as <Link href={step.link}>both sides agreed</Link>.
                  </>
                ) : (
                  "No agreed step takes in this stage."
                )}{" "}
                {step.left_out_sentence}
              </>
            }
          >
            <p>
              <Back question={question} />
            </p>
            {step.difference_sentence && <p>{as_sentence(step.difference_sentence)}</p>}
            <StepTotals step={step} />
            <h2>The journeys that came to it</h2>
            <Journeys question={{ ...question, step: step.name }} />
          </Page>
        );
      }}
    </Loaded>
  );
}

/** What is told of a step, by what it is about: how many, how many of them, how long, what they are worth. */
function StepTotals({ step }: { step: StageConversion }) {
  const about: [string, [FigureData, Between?][]][] = [
    ["How many", [[step.came], [step.went_on], [step.lost], [step.here], [step.back], [step.won], [step.returned]]],
    [
      "How many go on",
      [
        [step.to_next],
        [step.next_at_horizon, { from: step.next_at_horizon_from, to: step.next_at_horizon_to }],
        [step.next_so_far, { from: step.next_so_far_from, to: step.next_so_far_to }],
        ...(step.difference_sentence ? ([[step.next_before], [step.difference, { from: step.difference_from, to: step.difference_to, unit: "points" }]] as [FigureData, Between?][]) : []),
      ],
    ],
    [
      "How many are won",
      [
        [step.to_won],
        [step.won_at_horizon, { from: step.won_at_horizon_from, to: step.won_at_horizon_to }],
        [step.won_so_far, { from: step.won_so_far_from, to: step.won_so_far_to }],
      ],
    ],
    [
      "How long they stay",
      [
        [step.median_days, { from: step.median_days_from, to: step.median_days_to, unit: "days" }],
        [step.most_days, { from: step.most_days_from, to: step.most_days_to, unit: "days" }],
      ],
    ],
    ["What they are worth", [[step.value], [step.value_on], [step.value_lost], [step.value_here]]],
  ];
  return (
    <div className="funnel-about">
      {about.map(([title, parts]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <Totals>
            {parts.map(([figure, between]) => (
              <Total key={figure.name} label={figure.name}>
                {between?.unit === "points" ? <Points figure={figure} /> : <Figure figure={figure} />}
                {between && (
                  <TotalUnder>
                    <Interval {...between} />
                  </TotalUnder>
                )}
              </Total>
            ))}
          </Totals>
        </section>
      ))}
    </div>
  );
}

/** One line with its workings. */
export function FunnelLinePage(_: PageProps) {
  const question = list_question_in(useSearch());
  const query = useAddress<FunnelLine>(url_of("/funnel/line", {}, question));
  if (query.error && !query.data) return <NotShown error={query.error} again={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={as_sentence(line.difference_sentence)}>
          <p>
            <Link href={url_of("/funnel", {}, question)}>Step by step</Link> · <Link href={url_of("/funnel", {}, changed(question, { line: "" }))}>All of them</Link>
          </p>
          <Totals>
            {[line.journeys, line.won, line.lost, line.open, line.won_at_horizon, line.value_won, line.value_lost, line.value_open, line.velocity, line.difference].map((figure) => (
              <Total key={figure.name} label={figure.name}>
                {figure === line.difference ? <Points figure={figure} /> : <Figure figure={figure} />}
              </Total>
            ))}
          </Totals>
        </Page>
      )}
    </Loaded>
  );
}

/** The leads and opportunities behind a number. */
export function FunnelJourneysPage(_: PageProps) {
  const question = list_question_in(useSearch());
  const title = question.begun ? "Journeys of which nobody knows when they began" : question.step ? `Journeys that came to ${question.step}` : "Journeys of the funnel";
  return (
    <Page title={title} lead={<Back question={question} />}>
      <Journeys question={question} />
    </Page>
  );
}

/** Below the figures of a step fewer are shown at first: the page is about those. */
const page_below = 10;

function Journeys({ question }: { question: Question }) {
  const { locale } = useReader();
  const owner: Column<CohortJourney> = { field: "owner_name", under: (row) => row.side && row.side !== "none" && <Side side={row.side} /> };
  const territory: Column<CohortJourney> = {
    field: "territory_name",
    under: (row) => row.began_elsewhere && (row.began_in_name ? `began in ${row.began_in_name}` : "began in no territory"),
  };
  const stage: Column<CohortJourney> = { field: "stage", show: (row) => (row.stage ? <Term name={row.stage} /> : <span className="quiet">none known</span>) };
  const worth: Column<CohortJourney> = {
    field: "worth",
    show: (row, with_cents) => (row.worth ? format_money(row.worth, { locale, with_cents }) : <span className="quiet">not known</span>),
  };
  const left_in = ({ came_to, next_days }: CohortJourney) => came_to !== "here" && next_days !== null && (next_days === 0 ? "same day" : `in ${in_days(next_days)}`);
  const columns: (string | Column<CohortJourney>)[] = question.step
    ? [
        { field: "name", under: (row) => [row.account_name, row.product_name].filter((name) => name && !row.name.includes(name)).join(" · ") },
        { field: "came_on", under: (row) => row.times > 1 && `${row.times} times` },
        { field: "came_to", label: "There", under: left_in },
        "stay_days",
        { ...stage, label: "Stands in", under: (row) => `${words_of(row.outcome)}${row.outcome_days === null ? "" : `, ${in_days(row.outcome_days)}`}` },
        owner,
        territory,
        { ...worth, under: (row) => row.source },
      ]
    : [
        { field: "name", under: (row) => [row.account_name, row.product_name].filter(Boolean).join(" · ") },
        "begun_on",
        stage,
        { field: "outcome", under: (row) => row.outcome_days !== null && in_days(row.outcome_days) },
        owner,
        territory,
        "source",
        worth,
      ];
  return (
    <div className="funnel-list">
      <List<CohortJourney>
        path="/funnel/journeys"
        record="cohort_journey"
        order={question.step ? "-came_on" : "-begun_on"}
        held={question}
        page={question.step ? page_below : undefined}
        words={["journey", "journeys"]}
        link={(row) => `/opportunities/${row.id}`}
        columns={columns}
        filters={["outcome", ...(question.step ? ["came_to", "times"] : []), "product", "owner", "territory", "began_elsewhere", "source", "worth"]}
        empty={<Empty title="None.">No lead or opportunity of these days is among them.</Empty>}
      />
    </div>
  );
}

const in_days = (days: number): string => (days === 1 ? "1 day" : `${days} days`);
