// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link } from "wouter";
import "./roi.css";
import { url_of } from "../ui/api";
import type { FlowLink, RoiFlow, RoiWay, RoiWayView, TakenJourney } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import type { Field } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, type FigureData } from "../ui/figure";
import { as_sentence, count_of, format_known, format_number, format_percent } from "../ui/format";
import { List, type Column } from "../ui/list";
import { Loaded, Waiting } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Total, Totals } from "../ui/totals";
import { Asking, useAsked, type Asked } from "./roi_asking";
import { told_over } from "./roi_behind";
import { RoiTabs } from "./roi_tabs";
import { LeftOut, Notes, WhoseRules } from "./roi_told";

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
              <Notes notes={flow.notes} />
              <LeftOut rows={flow.left_out} />
              <Suspense fallback={<Waiting lines={12} />}>
                <Sankey flow={flow} />
              </Suspense>
              <FlowTable flow={flow} />
              <p className="quiet roi-note">{flow.journeys_sentence}</p>
              <p className="roi-note">
                <Link href={url_of("/roi/journeys/single", {}, question)}>Single journeys</Link>{" "}
                <span className="quiet">by account, campaign, channel, number of touchpoints, days, and whether they led to an order.</span>
              </p>
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
      <AsAgreed flow={flow} figure={flow.agreed_journeys} />
    </Total>
    <Total label="Orders">
      <Figure figure={flow.orders} />
      <AsAgreed flow={flow} figure={flow.agreed_orders} />
    </Total>
    <Total label="Still open">
      <Figure figure={flow.still_open} />
      <AsAgreed flow={flow} figure={flow.agreed_still_open} />
    </Total>
    <Total label="Conversion rate">
      <Figure figure={flow.conversion_rate} />
      <AsAgreed flow={flow} figure={flow.agreed_conversion_rate} />
    </Total>
  </Totals>
);

/** The same by the rules that bind, where they are asked by others: by another look-back, journeys are others. */
const AsAgreed = ({ flow, figure }: { flow: RoiFlow; figure: FigureData }) =>
  flow.rules.is_other && flow.rules.version !== "" ? (
    <div className="totals-value">
      <Figure figure={figure} label={figure.name} /> <span className="quiet">agreed</span>
    </div>
  ) : null;

/** The same as the drawing, for those who do not see it and those who want its numbers. */
function FlowTable({ flow }: { flow: RoiFlow }) {
  const reader = useReader();
  const steps = [...new Set(flow.nodes.map((node) => node.step))].sort((a, b) => a - b);
  const step_of = (step: number) => steps.indexOf(step) + 1;
  const rate_of = ({ journeys, orders, still_open }: FlowLink) =>
    journeys > still_open ? format_percent((100 * orders) / (journeys - still_open), reader) : null;
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
              <th scope="col" className="number">Still open</th>
              <th scope="col" className="number">Orders, of those that ended</th>
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
                <td className="number">{format_number(link.still_open, reader)}</td>
                <td className="number">{rate_of(link) ?? "—"}</td>
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
          "still_open",
          { field: "conversion_percent", label: "Conversion rate", under: (row) => interval_of(row, reader) },
          "revenue",
          { field: "mean_touchpoints", label: "Touchpoints" },
          { field: "median_days", label: "Days to order" },
        ]}
        filters={["steps", "journeys", "orders", "still_open", "conversion_percent", "revenue", "median_days"]}
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
          <SumsOfWay way={way} />
          <h2>Journeys that took it</h2>
          <Taken asked={{ ...asked, way: way.way }} />
        </Page>
      )}
    </Loaded>
  );
}

/** What came of a way. */
const SumsOfWay = ({ way }: { way: RoiWayView }) => (
  <Totals>
    <Total label="Journeys">
      <Figure figure={way.journeys} />
    </Total>
    <Total label="Orders">
      <Figure figure={way.orders} />
    </Total>
    <Total label="Still open">
      <Figure figure={way.still_open} />
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
);

const Back = ({ asked: { way: _, ...question } }: { asked: Asked }) => (
  <>
    One of <Link href={url_of("/roi/journeys", {}, question)}>the ways that journeys took</Link>.
  </>
);

/** The journeys behind a number. */
export function RoiTakenPage(_: PageProps) {
  const [asked] = useAsked(["way"]);
  const way = useAddress<RoiWayView>(url_of("/roi/journeys/way", {}, asked)).data;
  return (
    <Page title={way ? `Journeys that took ${way.name}` : "Journeys that took this way"} lead={<Back asked={asked} />}>
      <RoiTabs />
      <Taken asked={asked} above={told_over(false, way && <SumsOfWay way={way} />)} />
    </Page>
  );
}

const came_by = (name: "channel" | "campaign"): Field => ({
  name,
  sentence: `Only journeys that came by this ${name}.`,
  kind: "id",
  unit: "none",
  choices: [],
  record: "",
  is_list: false,
  is_optional: true,
});
const asks = [came_by("channel"), came_by("campaign")];

/** Every journey for itself: searched by account, order and way, filtered by what it came by and what came of it. */
export function RoiSingleJourneysPage(_: PageProps) {
  const [asked] = useAsked(["on"]);
  const { on: _on, ...question } = asked;
  const flow = useAddress<RoiFlow>(url_of("/roi/journeys/flow", {}, question)).data;
  return (
    <Page
      title="Single journeys"
      lead={
        <>
          Each journey of an account: closed by an order, failed when its look-back was over without one, or still open. Also <Link href={url_of("/roi/journeys", {}, question)}>by the ways that they took</Link>.
        </>
      }
    >
      <RoiTabs />
      {flow && <WhoseRules rules={flow.rules} />}
      <Journeys path="/roi/journeys/single" asked={asked} asks={asks} columns={[{ field: "name", label: "Way", show: (row) => <Steps way={row.name} /> }]} filters={["account", ...journey_filters]} />
    </Page>
  );
}

const between = " › ";
const steps_at_once = 7, first_steps = 3, last_steps = 3;

/** A way in a row: of a long one its first and last steps, and those between once they are asked for. */
export function Steps({ way }: { way: string }) {
  const [is_open, open] = useState(false);
  const steps = way.split(between);
  if (is_open || steps.length <= steps_at_once) return <>{way}</>;
  const hidden = steps.length - first_steps - last_steps;
  return (
    <>
      {steps.slice(0, first_steps).join(between)}
      {between}
      <button type="button" className="roi-link" aria-label={`Show the ${hidden} steps between`} onClick={() => open(true)}>
        … {hidden} more
      </button>
      {between}
      {steps.slice(-last_steps).join(between)}
    </>
  );
}

const Taken = ({ asked, above }: { asked: Asked; above?: Above }) => <Journeys path="/roi/journeys/taken" asked={asked} above={above} filters={journey_filters} />;

type Above = (reply: unknown) => ReactNode;

const journey_filters = ["has_order", "is_open", "touchpoints", "days", "booked_on", "last_at", "revenue"];

interface JourneysProps {
  path: string;
  asked: Asked;
  asks?: readonly Field[];
  columns?: readonly Column<TakenJourney>[];
  filters: readonly string[];
  above?: Above | undefined;
}

/** A row leads to its order and how that came about; without one to the account's history. */
function Journeys({ path, asked, asks, columns = [], filters, above }: JourneysProps) {
  const reader = useReader();
  const { way: _way, on: _on, ...question } = asked;
  const link = (row: TakenJourney) => {
    if (row.order_row) return url_of(`/roi/orders/${row.order_row}`, {}, question);
    return row.account ? `/accounts/${row.account}/timeline` : null;
  };
  return (
    <List<TakenJourney>
      path={path}
      above={above}
      record="taken_journey"
      order="-last_at"
      held={asked}
      words={["journey", "journeys"]}
      link={link}
      columns={[
        { field: "account_name", label: "Account", under: (row) => row.order_name },
        ...columns,
        { field: "first_at", show: (row) => format_known(row.first_at, row.first_precision, reader) },
        { field: "last_at", show: (row) => format_known(row.last_at, row.last_precision, reader) },
        "touchpoints",
        { field: "booked_on", label: "Ordered on", under: (row) => row.is_open && "still open" },
        "revenue",
        { field: "days", label: "Days to order" },
      ]}
      filters={filters}
      asks={asks}
      empty={<Empty title="None.">No journey of these days is such.</Empty>}
    />
  );
}
