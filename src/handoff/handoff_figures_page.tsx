// SPDX-License-Identifier: Apache-2.0
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { HandoffFigures, HandoffInGap, HandoffLine, PassedHandoff } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { DaysAsked, type Days } from "../ui/days_asked";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, type FigureData } from "../ui/figure";
import { type Reader, as_sentence, format_day, format_known, format_number } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { NotShown } from "../ui/record";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals } from "../ui/totals";
import { RejectionReasons } from "./rejection_reasons";
import { WhyTurnedDown } from "./turned_down";
import "./handoff_figures.css";

type Question = Record<string, string>;
const dimensions = ["side", "team", "salesperson", "territory", "product", "source", "campaign"];
const asked_names = ["by", "from", "until"];
const gap_names = ["code", "about", "as_of"];

/** What an address asks; what it leaves out, the server chooses. */
function question_in(search: string, names: readonly string[]): Question {
  const given = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? ""]] : [])));
}

function useQuestion(): [Question, (change: Question) => void] {
  const question = question_in(useSearch(), asked_names);
  const [path, go] = useLocation();
  return [question, (change) => go(url_of(path, {}, { ...question, ...change }))];
}

function Asking({ by, days, ask }: { by: string | null; days: Days; ask: (change: Question) => void }) {
  return (
    <form role="search" className="handoff-asking no-print" onSubmit={(event) => event.preventDefault()}>
      {by && (
        <Select
          label="By"
          allowDeselect={false}
          data={dimensions.map((value) => ({ value, label: words_of(value) }))}
          value={by}
          onChange={(value) => value && ask({ by: value })}
        />
      )}
      <DaysAsked {...days} labels={["Handed over from", "To"]} ask={ask} />
    </form>
  );
}

/** Of when the data is; old data is said aloud, and the day of the newest fact offered. */
function DataAge({ report }: { report: HandoffFigures }) {
  const reader = useReader();
  const [path] = useLocation();
  if (!report.data_until) return null;
  const newest = format_day(report.data_until, reader, "long");
  if (!report.is_data_old) return <p className="quiet">Data up to {newest}.</p>;
  return (
    <p className="quiet">
      The newest fact is of {newest}: what waited then is taken to have waited until {format_day(report.until_day, reader, "long")}, which nobody saw.{" "}
      <Link href={url_of(path, {}, { by: report.by, until: report.data_until })}>As of that day</Link>
    </p>
  );
}

/** What became of what was handed over: response, acceptance, conversion, what waits, what the dead ones cost. */
export function HandoffFiguresPage(_: PageProps) {
  const [question, ask] = useQuestion();
  const query = useAddress<HandoffFigures>(url_of("/handoffs/figures", {}, question));
  return (
    <Loaded query={query}>
      {(report) => (
        <Page
          title="Handoff figures"
          lead={
            <>
              {as_sentence(report.sentence)}{" "}
              {report.agreement_name ? (
                <>
                  Judged by the <Link href={report.agreement}>{report.agreement_name}</Link>.
                </>
              ) : (
                <>
                  No service level binds the whole company; where a territory has none of its own, the usual times are taken: <Link href={report.agreement}>agree on one</Link>.
                </>
              )}
            </>
          }
        >
          <Asking by={report.by} days={{ from: report.from_day, until: report.until_day }} ask={ask} />
          <DataAge report={report} />
          {report.items.length === 0 ? (
            <Empty title="Nothing was handed over in these days.">
              Hand a lead over from its page, or bring in the CRM’s export: its stage changes say when a lead came to sales. Other days may have some.
            </Empty>
          ) : (
            <Lines report={report} />
          )}
          <p className="handoff-more">
            <Link href={url_of("/handoffs/reasons", {}, { from: report.from_day, until: report.until_day })}>Why leads were rejected, by campaign</Link>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

/** The ends of a share's interval stand under it. */
const intervals: Partial<Record<keyof HandoffLine, [keyof HandoffLine, keyof HandoffLine]>> = {
  acceptance: ["acceptance_from_percent", "acceptance_to_percent"],
  in_time: ["in_time_from_percent", "in_time_to_percent"],
  conversion: ["conversion_from_percent", "conversion_to_percent"],
};

function Interval({ line, of }: { line: HandoffLine; of: keyof HandoffLine }) {
  const reader = useReader();
  const [from, to] = (intervals[of] ?? []).map((end) => line[end] as number | null);
  if (typeof from !== "number" || typeof to !== "number") return null;
  return (
    <div className="handoff-interval">
      {format_number(from, reader, 0)}–{format_number(to, reader, 0)}%
    </div>
  );
}

/** A figure with its interval; of too few, that is said instead of a dash. */
function Told({ line, of, is_rounded }: { line: HandoffLine; of: keyof HandoffLine; is_rounded?: boolean }) {
  const figure = line[of] as FigureData;
  const is_too_few = of in intervals && typeof figure.number !== "number";
  return (
    <>
      <Figure figure={figure} is_rounded={is_rounded ?? false}>
        {is_too_few ? "too few" : undefined}
      </Figure>
      <Interval line={line} of={of} />
    </>
  );
}

const columns: [keyof HandoffLine & string, string, boolean?][] = [
  ["came", "Handed over"],
  ["waiting", "Wait, worth"],
  ["accepted", "Accepted"],
  ["rejected", "Rejected, recycled"],
  ["dead_cost", "Cost of the dead ones", true],
  ["acceptance", "Acceptance"],
  ["response_median", "Response, half within"],
  ["response_p90", "Response, 90% within"],
  ["routing_median", "Routing, half within"],
  ["in_time", "In time"],
  ["won", "Won of ended"],
];

/** What stands under a count, so that all is on the page without a scroll: what it is worth, which part it is, what comes again. */
const beneath: Partial<Record<keyof HandoffLine, keyof HandoffLine>> = { waiting: "waiting_value", rejected: "recycled", won: "conversion" };

function Lines({ report }: { report: HandoffFigures }) {
  const link = (line: HandoffLine) =>
    url_of("/handoffs/figures/line", {}, { by: report.by, from: report.from_day, until: report.until_day, line: line.line });
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Handoffs by line">
      <table className="handoff-lines">
        <thead>
          <tr>
            <th scope="col">{words_of(report.by)}</th>
            {columns.map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.items.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link href={link(line)}>{line.name}</Link>
              </th>
              {columns.map(([name, label, is_rounded]) => (
                <td key={name} data-label={label}>
                  <Told line={line} of={name} is_rounded={is_rounded ?? false} />
                  {beneath[name] && (
                    <div className="handoff-beneath">
                      <Told line={line} of={beneath[name]} is_rounded />
                    </div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One line with its workings. */
export function HandoffLinePage(_: PageProps) {
  const question = question_in(useSearch(), [...asked_names, "line"]);
  const query = useAddress<HandoffLine>(url_of("/handoffs/figures/line", {}, question));
  const { line: _line, ...all } = question;
  if (query.error && !query.data) return <NotShown error={query.error} again={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={<Link href={url_of("/handoffs/figures", {}, all)}>All lines</Link>}>
          <Totals>
            {columns.map(([name, label]) => (
              <Total key={name} label={label}>
                <Told line={line} of={name} />
                {name === "rejected" && (
                  <div className="handoff-beneath">
                    <Told line={line} of="recycled" />
                  </div>
                )}
              </Total>
            ))}
          </Totals>
          <h2>What was handed over</h2>
          <Handoffs path="/handoffs/passed" held={question} />
        </Page>
      )}
    </Loaded>
  );
}

/** The handoffs behind a number, with the filters that its working names. */
export function PassedPage(_: PageProps) {
  const question = question_in(useSearch(), asked_names);
  return (
    <Page title="Handoffs behind figures" lead={<Link href={url_of("/handoffs/figures", {}, question)}>Handoff figures</Link>}>
      <Handoffs path="/handoffs/passed" held={question} />
    </Page>
  );
}

/** Until somebody has it only its routing time runs. */
const so_far = (row: PassedHandoff | HandoffInGap) => {
  if (row.state === "waiting" && row.handoff !== null && row.response_hours === null) return "nobody has it yet";
  return row.response_hours !== null && !row.has_responded && "so far";
};

/** Those that a gap counts. */
export function InGapPage(_: PageProps) {
  const question = question_in(useSearch(), gap_names);
  const gap = url_of(`/gaps/${question.code ?? "handoff_overdue"}`, {}, { about: question.about ?? "", as_of: question.as_of ?? "" });
  return (
    <Page title="Handoffs of a gap" lead={<Link href={gap}>The gap</Link>}>
      <InGap held={question} />
    </Page>
  );
}

/** What was only seen between two exports came by that day, nobody knows when. */
function came_at(row: Pick<PassedHandoff, "at" | "precision">, reader: Reader): string {
  return (row.precision === "at_least_since" ? "by " : "") + format_known(row.at, row.precision, reader);
}

function InGap({ held }: { held: Question }) {
  const reader = useReader();
  return (
    <List<HandoffInGap>
      path="/handoffs/in-gap"
      record="handoff_in_gap"
      order="-at"
      held={held}
      words={["handoff", "handoffs"]}
      link={(row) => (row.handoff === null ? `/opportunities/${row.opportunity}` : `/handoffs/${row.handoff}`)}
      columns={[
        { field: "name", under: (row) => (row.handoff === null ? "as the CRM’s stages say" : words_of(row.ask)) },
        { field: "at", label: "Handed over", show: (row) => came_at(row, reader), under: (row) => <Side side={row.to_side} /> },
        { field: "state", under: (row) => <WhyTurnedDown lead={row} /> },
        { field: "response_hours", label: "Response, hours", under: so_far },
        { field: "source", is_second: true },
        { field: "outcome", is_second: true },
        { field: "worth", show: (row, with_cents) => (row.worth ? format_money(row.worth, { locale: reader.locale, with_cents }) : <span className="quiet">not known</span>) },
        { field: "stake", label: "At stake", show: (row, with_cents) => <Figure figure={row.stake} with_cents={with_cents} /> },
      ]}
      filters={["state", "is_at_stake", "outcome", "reason", "territory", "campaign", "at"]}
      empty={<Empty title="None.">No handoff is among them any more.</Empty>}
    />
  );
}

function Handoffs({ path, held }: { path: string; held: Question }) {
  const reader = useReader();
  const when = (row: PassedHandoff): ReactNode => came_at(row, reader);
  const money = (value: PassedHandoff["worth"], with_cents?: boolean) =>
    value ? format_money(value, { locale: reader.locale, with_cents }) : <span className="quiet">not known</span>;
  return (
    <List<PassedHandoff>
      path={path}
      record="passed_handoff"
      order="-at"
      held={held}
      words={["handoff", "handoffs"]}
      link={(row) => (row.handoff === null ? `/opportunities/${row.opportunity}` : `/handoffs/${row.handoff}`)}
      columns={[
        { field: "name", under: (row) => (row.handoff === null ? "as the CRM’s stages say" : words_of(row.ask)) },
        { field: "at", label: "Handed over", show: when, under: (row) => <Side side={row.to_side} /> },
        { field: "state", under: (row) => <WhyTurnedDown lead={row} /> },
        { field: "response_hours", label: "Response, hours", under: so_far },
        "in_time",
        { field: "routing_hours", is_second: true },
        { field: "line_name", label: "Line", is_second: true },
        { field: "source", is_second: true },
        { field: "outcome", is_second: true },
        { field: "worth", show: (row, with_cents) => money(row.worth, with_cents) },
        { field: "spent", label: "Its cost", show: (row, with_cents) => money(row.spent, with_cents) },
      ]}
      filters={["state", "to_side", "ask", "in_time", "is_dead", "outcome", "reason", "territory", "campaign", "at", "response_hours", "routing_hours"]}
      empty={<Empty title="None.">Nothing that was handed over in these days is among them.</Empty>}
    />
  );
}

/** Why leads were rejected, fed back to the campaigns they came from. */
export function ReasonsPage(_: PageProps) {
  const [question, ask] = useQuestion();
  const query = useAddress<HandoffFigures>(url_of("/handoffs/figures", {}, question));
  return (
    <Loaded query={query}>
      {(report) => (
        <Page
          title="Reasons for rejection"
          lead={
            <>
              By the campaign that the leads came from, against as many days before.{" "}
              <Link href={url_of("/handoffs/figures", {}, { from: report.from_day, until: report.until_day })}>Handoff figures</Link>
            </>
          }
        >
          <Asking by={null} days={{ from: report.from_day, until: report.until_day }} ask={ask} />
          <DataAge report={report} />
          <RejectionReasons days={{ from: report.from_day, until: report.until_day }} />
        </Page>
      )}
    </Loaded>
  );
}
