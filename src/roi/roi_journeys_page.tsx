// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import "./roi.css";
import { url_of } from "../ui/api";
import type { RoiFlow, RoiWay, RoiWayView, TakenJourney } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { as_sentence, count_of, format_number, format_percent } from "../ui/format";
import { List } from "../ui/list";
import { Loaded, Waiting } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Total, Totals } from "../ui/totals";
import { Asking, useAsked, type Asked } from "./roi_asking";
import { RoiTabs } from "./roi_tabs";
import { LeftOut, WhoseRules } from "./roi_told";

/** The drawing, loaded with what draws it only where a flow is shown. */
const Sankey = lazy(() => import("./roi_sankey"));

/** Which ways customers took to an order, or to none. */
export function RoiJourneysPage(_: PageProps) {
  const [asked, ask] = useAsked(["on"]);
  const { on: _on, ...question } = asked;
  const query = useAddress<RoiFlow>(url_of("/roi/journeys/flow", {}, question));
  return (
    <Loaded query={query}>
      {(flow) => (
        <Page title="Journeys" lead={flow.why ? "Which ways customers took to an order, or to none." : as_sentence(flow.sentence)}>
          <RoiTabs />
          <Asking report={flow} asked={question} ask={ask} choices={["channel", "campaign", "side"]} shared_by="no_model" />
          <WhoseRules rules={flow.rules} />
          {flow.why ? (
            <Empty title="There are no journeys in these days.">
              {flow.why} <Link href="/imports">Import</Link> touchpoints and orders, or ask for other days.
            </Empty>
          ) : (
            <>
              <Sums flow={flow} />
              <LeftOut rows={flow.left_out} />
              <Suspense fallback={<Waiting lines={12} />}>
                <Sankey flow={flow} />
              </Suspense>
              <FlowTable flow={flow} />
              <p className="quiet roi-note">{flow.journeys_sentence}</p>
              <h2>Ways</h2>
              <Ways asked={asked} flow={flow} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

const Sums = ({ flow }: { flow: RoiFlow }) => (
  <Totals>
    <Total label="Journeys">
      <Figure figure={flow.journeys} />
    </Total>
    <Total label="Orders">
      <Figure figure={flow.orders} />
    </Total>
    <Total label="Conversion rate">
      <Figure figure={flow.conversion_rate} />
    </Total>
  </Totals>
);

/** The same as the drawing, for those who do not see it and those who want its numbers. */
function FlowTable({ flow }: { flow: RoiFlow }) {
  const reader = useReader();
  const steps = [...new Set(flow.nodes.map((node) => node.step))].sort((a, b) => a - b);
  const step_of = (step: number) => steps.indexOf(step) + 1;
  return (
    <details className="roi-flow-table">
      <summary>The flow as a table</summary>
      <div className="roi-touches" role="region" aria-label="The flow as a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">Step</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className="number">Journeys</th>
              <th scope="col" className="number">Orders in the end</th>
              <th scope="col" className="number">Of these journeys</th>
            </tr>
          </thead>
          <tbody>
            {flow.links.map((link) => (
              <tr key={`${link.from} ${link.to}`}>
                <td className="number">{step_of(link.step)}</td>
                <td>{link.from_name}</td>
                <td>{link.to_name}</td>
                <td className="number">{format_number(link.journeys, reader)}</td>
                <td className="number">{format_number(link.orders, reader)}</td>
                <td className="number">{format_percent((100 * link.orders) / link.journeys, reader)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Ways({ asked, flow }: { asked: Asked; flow: RoiFlow }) {
  const reader = useReader();
  const { on: _on, ...question } = asked;
  return (
    <>
      {flow.ways_shown < flow.ways && (
        <p className="quiet roi-note">
          The {count_of(flow.ways_shown, "way", "ways", reader)} taken most often are listed each for itself, the others together.
        </p>
      )}
      <List<RoiWay>
        path="/roi/journeys"
        record="roi_way"
        order="-journeys"
        held={asked}
        words={["way", "ways"]}
        link={({ way }) => url_of("/roi/journeys/way", {}, { ...question, way })}
        columns={[
          { field: "name", label: "Way" },
          "journeys",
          "orders",
          { field: "conversion_percent", label: "Conversion rate", under: (row) => interval_of(row, reader) },
          "revenue",
          { field: "mean_touchpoints", label: "Touchpoints" },
          { field: "median_days", label: "Days to order" },
        ]}
        filters={["steps", "journeys", "orders", "conversion_percent", "revenue", "median_days"]}
        empty={<Empty title="No journey came by it in these days." />}
      />
    </>
  );
}

const interval_of = (row: RoiWay, reader: ReturnType<typeof useReader>) =>
  typeof row.conversion_from_percent === "number" &&
  typeof row.conversion_to_percent === "number" &&
  `${format_percent(row.conversion_from_percent, reader)} to ${format_percent(row.conversion_to_percent, reader)}`;

/** One way: its figures with their workings, and the journeys that took it. */
export function RoiWayPage(_: PageProps) {
  const [asked] = useAsked(["way"]);
  const query = useAddress<RoiWayView>(url_of("/roi/journeys/way", {}, asked));
  return (
    <Loaded query={query}>
      {(way) => (
        <Page title={way.name} lead={<Back asked={asked} />}>
          <RoiTabs />
          <WhoseRules rules={way.rules} />
          <Totals>
            <Total label="Journeys">
              <Figure figure={way.journeys} />
            </Total>
            <Total label="Orders">
              <Figure figure={way.orders} />
            </Total>
            <Total label="Conversion rate">
              <Figure figure={way.conversion_rate} />
              <div className="totals-value">
                <Figure figure={way.conversion_from} /> to <Figure figure={way.conversion_to} />
              </div>
            </Total>
            <Total label="Revenue">
              <Figure figure={way.revenue} />
            </Total>
            <Total label="Touchpoints of a journey">
              <Figure figure={way.mean_touchpoints} />
            </Total>
            <Total label="Days to order, median">
              <Figure figure={way.median_days} />
            </Total>
          </Totals>
          <h2>Journeys that took it</h2>
          <Taken asked={{ ...asked, way: way.way }} />
        </Page>
      )}
    </Loaded>
  );
}

const Back = ({ asked: { way: _, ...question } }: { asked: Asked }) => (
  <>
    One of <Link href={url_of("/roi/journeys", {}, question)}>the ways that journeys took</Link>.
  </>
);

/** The journeys behind a number. */
export function RoiTakenPage(_: PageProps) {
  const [asked] = useAsked(["way"]);
  return (
    <Page title="Journeys that took this way" lead={<Back asked={asked} />}>
      <RoiTabs />
      <Taken asked={asked} />
    </Page>
  );
}

function Taken({ asked }: { asked: Asked }) {
  const { way: _, ...question } = asked;
  const link = (row: TakenJourney) => {
    if (row.order_row) return url_of(`/roi/orders/${row.order_row}`, {}, question);
    return row.account ? `/accounts/${row.account}` : null;
  };
  return (
    <List<TakenJourney>
      path="/roi/journeys/taken"
      record="taken_journey"
      order="-last_at"
      held={asked}
      words={["journey", "journeys"]}
      link={link}
      columns={[
        { field: "account_name", label: "Account", under: (row) => row.order_name },
        "first_at",
        "last_at",
        "touchpoints",
        { field: "booked_on", label: "Ordered on" },
        "revenue",
        { field: "days", label: "Days to order" },
      ]}
      filters={["has_order", "booked_on", "revenue", "days", "touchpoints"]}
      empty={<Empty title="None.">No journey of these days took this way.</Empty>}
    />
  );
}
