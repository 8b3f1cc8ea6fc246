// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { data_url, url_of } from "../ui/api";
import type { HandoffBar, HandoffBridge as Bridge } from "../ui/api.gen";
import { Figure, is_known } from "../ui/figure";
import { format_day, format_number } from "../ui/format";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import "./handoff.css";

/** From what marketing passed on to what sales took on: the difference, bar by bar; as a table too. */
export function HandoffBridge({ handoff }: { handoff: Bridge }) {
  const reader = useReader();
  const [is_table, show_table] = useState(false);
  const days = `${format_day(handoff.from_day, reader)} to ${format_day(handoff.to_day, reader)}`;
  return (
    <section className="handoff" aria-label="Handoff">
      <div className="handoff-head">
        <h2>
          Handed over in “{handoff.stage}” <span className="quiet">{days}</span>
        </h2>
        <span className="handoff-views">
          <UnstyledButton onClick={() => show_table(false)} aria-pressed={!is_table}>
            chart
          </UnstyledButton>
          <UnstyledButton onClick={() => show_table(true)} aria-pressed={is_table}>
            table
          </UnstyledButton>
          <a href={data_url(url_of("/handoff", {}, { as_of: handoff.to_day }), "csv")} download>
            export
          </a>
        </span>
      </div>
      {is_table ? <BridgeTable bars={handoff.items} /> : <BridgeChart bars={handoff.items} />}
      {handoff.is_provisional && (
        <p className="quiet">
          Judged by <Link href={handoff.agreement}>a draft</Link>: nobody’s move yet.
        </p>
      )}
    </section>
  );
}

/** "Of 300 leads passed on to sales, 110 were never contacted within 5 business days: $512,300 expected margin." */
export function HandoffSentence({ handoff }: { handoff: Bridge }) {
  return (
    <>
      {handoff.sentence}
      {is_known(handoff.stake) && (
        <>
          : <Figure figure={handoff.stake} label="At stake" is_rounded /> {handoff.stake.name.toLowerCase()}
        </>
      )}
      .
    </>
  );
}

/** Where each bar stands: the first and the last on the ground, what is lost between them where it leaves. */
export function places_of(bars: readonly HandoffBar[]) {
  const counts = bars.map((bar) => bar.count.number ?? 0);
  const whole = Math.max(counts[0] ?? 0, 1);
  let left = whole;
  return counts.map((count, at) => {
    const stands = at === 0 || at === counts.length - 1;
    if (!stands) left -= count;
    return { bottom: stands ? 0 : left / whole, height: count / whole, stands };
  });
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

function BridgeChart({ bars }: { bars: readonly HandoffBar[] }) {
  const reader = useReader();
  const places = places_of(bars);
  return (
    <ol className="bridge">
      {bars.map((bar, at) => {
        const { bottom, height, stands } = places[at]!;
        return (
          <li key={bar.step} data-step={bar.step}>
            <div className="bridge-plot">
              <span className="bridge-bar" style={{ bottom: percent(bottom), height: percent(height) }} aria-hidden="true" />
              <span className="bridge-count" style={{ bottom: percent(bottom + height) }}>
                <Figure figure={bar.count} label={bar.name}>
                  {stands || !bar.count.number ? "" : "−"}
                  {format_number(bar.count.number ?? 0, reader)}
                </Figure>
              </span>
            </div>
            <span className="bridge-name">{bar.side ? <Side side={bar.side} /> : null}{bar.name}</span>
          </li>
        );
      })}
    </ol>
  );
}

function BridgeTable({ bars }: { bars: readonly HandoffBar[] }) {
  return (
    <table className="rows bridge-table" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">What became of them</th>
          <th role="columnheader" scope="col">Side</th>
          <th role="columnheader" scope="col" className="number">How many</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {bars.map((bar) => (
          <tr role="row" key={bar.step}>
            <td role="cell">{bar.name}</td>
            <td role="cell" data-label="Side">{bar.side ? <Side side={bar.side} /> : "—"}</td>
            <td role="cell" data-label="How many" className="number">
              <Figure figure={bar.count} label={bar.name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
