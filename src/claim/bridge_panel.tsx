// SPDX-License-Identifier: Apache-2.0
import { Button, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import "./claim.css";
import { data_url, post, request } from "../ui/api";
import type { Bridge, BridgeEnd, BridgeLine } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { as_sentence, format_day, format_number } from "../ui/format";
import { format_money } from "../ui/money";
import { useReader, useSession } from "../ui/session";
import { bars_of, size_of, type Bar } from "./bridge_bars";

/** More columns than this are too narrow for their words: the table says the same. */
const steps_drawn_max = 7;

/** The bridge at the head of a page: where the first number goes, and the clause that would settle it. */
export function BridgePanel({ bridge, is_on_page = false }: { bridge: Bridge; is_on_page?: boolean }) {
  const reader = useReader();
  const is_phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const is_wide = !is_phone && bridge.items.length <= steps_drawn_max;
  // Amounts of money are too long for columns.
  const [is_chart, show_chart] = useState(!is_on_page && !bridge.first.number.money);
  const period = `${format_day(bridge.from_day, reader)} to ${format_day(bridge.until_day, reader)}`;
  const days = bridge.territory_name ? `${period}, ${bridge.territory_name}` : period;
  return (
    <section className="panel claims-bridge" aria-label="Why the numbers differ">
      <div>
        <div className="claims-bridge-head">
          <h2>{is_on_page ? days : <Link href={bridge.link}>{bridge.title}</Link>}</h2>
          {!is_on_page && <span className="quiet">{days}</span>}
          <span className="claims-bridge-views">
            {is_wide && (
              <>
                <UnstyledButton onClick={() => show_chart(true)} aria-pressed={is_chart}>
                  chart
                </UnstyledButton>
                <UnstyledButton onClick={() => show_chart(false)} aria-pressed={!is_chart}>
                  table
                </UnstyledButton>
              </>
            )}
            <a href={data_url(bridge.link, "csv")} download>
              export
            </a>
          </span>
        </div>
        {is_chart && is_wide ? <Chart bridge={bridge} /> : <Steps bridge={bridge} />}
      </div>
      <aside className="claims-bridge-side">
        {!is_on_page && <p>{as_sentence(bridge.sentence)}</p>}
        <Note bridge={bridge} />
        <AtRisk bridge={bridge} />
        <Settling bridge={bridge} />
      </aside>
    </section>
  );
}

/** Whether nobody knows which rows the first number counts, so that one step leads to the second. */
export const is_not_split = (bridge: Bridge) => bridge.items.some((line) => line.cause === "no_list");

/** What it means that a side gave no list; where the sentence says it already, what is left to look at. */
function Note({ bridge }: { bridge: Bridge }) {
  if (!bridge.note) return null;
  const is_in_sentence = is_not_split(bridge);
  return (
    <p className="quiet">
      {!is_in_sentence && bridge.note} {bridge.facts_link && <Link href={bridge.facts_link}>What the facts alone say of the period</Link>}
    </p>
  );
}

function AtRisk({ bridge }: { bridge: Bridge }) {
  const waiting = bridge.items.find((line) => line.cause === "never_contacted");
  const reader = useReader();
  if (!waiting || waiting.count === 0) return null;
  const were = waiting.count === 1 ? "was" : "were";
  return (
    <p>
      <strong>{format_number(waiting.count, reader)}</strong> {were} never contacted.{" "}
      {is_known(bridge.at_risk) ? (
        <>
          At the usual win rate that is <Figure figure={bridge.at_risk} label="At risk" is_rounded /> of{" "}
          {bridge.at_risk.name.toLowerCase()}.
        </>
      ) : (
        `What that is worth is not known: ${as_sentence(bridge.at_risk.why || "too few journeys have closed")}`
      )}
    </p>
  );
}

const tellers: Record<BridgeEnd["teller"], string> = { sales: "Sales says", marketing: "Marketing says", facts: "The facts say" };
const metrics: Record<BridgeEnd["metric"], string> = {
  leads_passed_on: "leads passed on",
  leads_worked: "leads worked",
  pipeline_sourced: "pipeline sourced",
  revenue_won: "revenue won",
  forecast: "forecast",
  revenue_credited: "revenue credited",
};

/** "leads passed on" */
export const metric_in_words = (metric: BridgeEnd["metric"]) => metrics[metric];

/** A column for each end and step: each step hangs where the one before ended. */
function Chart({ bridge }: { bridge: Bridge }) {
  const bars = bars_of(bridge);
  return (
    <ol className="claims-bridge-chart">
      <Column bar={bars[0]!} side={bridge.first.teller} figure={bridge.first.number}>
        {tellers[bridge.first.teller]}
      </Column>
      {bridge.items.map((line, at) => (
        <Column key={line.cause} bar={bars[at + 1]!} side={tone_of(line)} figure={line.change} is_change>
          <ToRows line={line} />
        </Column>
      ))}
      <Column bar={bars.at(-1)!} side={bridge.second.teller} figure={bridge.second.number}>
        {tellers[bridge.second.teller]}
      </Column>
    </ol>
  );
}

/** What neglect took away stands out from what counting did. */
const tone_of = (line: BridgeLine) =>
  line.cause === "never_contacted" || line.cause === "rejected_without_reason" ? "neglect" : size_of(line.change) < 0 ? "fall" : "rise";

interface ColumnProps {
  bar: Bar;
  side: string;
  figure: FigureData;
  is_change?: boolean;
  children: ReactNode;
}

function Column({ bar, side, figure, is_change = false, children }: ColumnProps) {
  return (
    <li className="claims-bridge-column">
      <div className="claims-bridge-space">
        <span className="claims-bridge-block" data-side={side} style={{ bottom: `${bar.from}%`, height: `${bar.width}%` }} aria-hidden="true" />
        <span className="claims-bridge-value" style={{ bottom: `${bar.from + bar.width}%` }}>
          <Figure figure={figure} is_rounded>
            {is_change ? <Signed figure={figure} /> : undefined}
          </Figure>
        </span>
      </div>
      <span className="claims-bridge-words">{children}</span>
    </li>
  );
}

/** A step's words lead to its rows, where it has some. */
function ToRows({ line }: { line: BridgeLine }) {
  const rows = line.change.inputs.find((input) => input.link)?.link;
  return rows && line.count > 0 ? <Link href={rows}>{line.words}</Link> : <>{line.words}</>;
}

function Steps({ bridge }: { bridge: Bridge }) {
  return (
    <table className="claims-bridge-steps">
      <caption className="quiet">From the first number to the second</caption>
      <tbody>
        <End end={bridge.first} />
        {bridge.items.map((line) => (
          <Step key={line.cause} line={line} />
        ))}
        <End end={bridge.second} />
      </tbody>
    </table>
  );
}

function End({ end }: { end: BridgeEnd }) {
  const reader = useReader();
  return (
    <tr className="claims-bridge-end">
      <th scope="row">
        {tellers[end.teller]}{" "}
        <span className="quiet" title={end.definition}>
          <Link href={end.claim > 0 ? `/claims/${end.claim}` : (end.number.inputs[0]?.link ?? "")}>{metrics[end.metric]}</Link>
          {end.told && `, as ${format_money(end.told, { locale: reader.locale })}`}
        </span>
      </th>
      <td className="number">
        <Figure figure={end.number} is_rounded />
      </td>
    </tr>
  );
}

function Step({ line }: { line: BridgeLine }) {
  return (
    <tr>
      <th scope="row">
        <ToRows line={line} />
      </th>
      <td className="number">
        <Figure figure={line.change} is_rounded>
          <Signed figure={line.change} />
        </Figure>
      </td>
    </tr>
  );
}

/** A change is shown with its sign, a minus as long as a plus. */
function Signed({ figure }: { figure: FigureData }) {
  const reader = useReader();
  const size = size_of(figure);
  const shown = figure.money
    ? new Intl.NumberFormat(reader.locale, { style: "currency", currency: figure.money.currency, maximumFractionDigits: 0 }).format(Math.abs(size))
    : new Intl.NumberFormat(reader.locale).format(Math.abs(size));
  return <>{`${size < 0 ? "−" : size > 0 ? "+" : ""}${shown}`}</>;
}

/** The clause that would settle the largest step: proposed, signed, countered or declined from here. */
function Settling({ bridge }: { bridge: Bridge }) {
  const { settling } = bridge;
  const { person } = useSession();
  const reader = useReader();
  const propose = useAct(() =>
    post("/agreements/{agreement}/versions", { template: "first-contact", note: settling?.sentence ?? "" }, { params: { agreement: "counting" } }),
  );
  const sign = useAct(() => request("POST", `${settling?.link ?? ""}/signatures`));
  if (!settling) return null;
  const step = bridge.items.find((line) => line.cause === settling.cause);
  return (
    <div className="claims-bridge-settling">
      <p className="quiet">{settling.is_in_force ? "Agreed by both" : "The clause that would settle it"}</p>
      <p className="claims-bridge-clause">
        {settling.link ? <Link href={`${settling.link}?clause=${settling.clause}`}>“{settling.sentence}”</Link> : `“${settling.sentence}”`}
      </p>
      {step && !settling.is_in_force && (
        <p>
          In force then, it would have found {format_number(settling.found, reader)} of the {format_number(step.count, reader)}.
        </p>
      )}
      {settling.state && <p className="quiet">{as_sentence(settling.state)}</p>}
      {settling.signs && <p className="quiet">{settling.signs}</p>}
      <p className="claims-bridge-buttons">
        {settling.can_sign && (
          <Button onClick={() => sign.mutate()} loading={sign.isPending}>
            {person?.side === "sales" ? "Sign for sales" : person?.side === "marketing" ? "Sign for marketing" : "Sign it"}
          </Button>
        )}
        {!settling.link && settling.can_propose && (
          <Button variant="default" onClick={() => propose.mutate()} loading={propose.isPending}>
            Propose it
          </Button>
        )}
        {settling.can_sign && settling.can_propose && (
          <Button component={Link} href={settling.link.replace(/\/versions\/(\d+)$/, "/edit?from=$1")} variant="default">
            Counter
          </Button>
        )}
        {settling.can_sign && (
          <Button component={Link} href={settling.link} variant="subtle">
            Read it
          </Button>
        )}
      </p>
    </div>
  );
}
