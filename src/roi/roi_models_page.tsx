// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from "@mantine/core";
import { Link } from "wouter";
import "./roi.css";
import { url_of } from "../ui/api";
import type { LineIntervals, ModelsLine, RoiModels } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { as_sentence, count_of, format_number, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Loaded, useDelayed } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { ProblemNote } from "../ui/problem";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Asking, Choice, useAsked, type Asked } from "./roi_asking";
import { help_on_model } from "./roi_help";
import { RoiTabs } from "./roi_tabs";
import { LeftOut, Notes, WhoseRules } from "./roi_told";

const more = ["markov_order", "of"];

const models = [
  ["first_touch", "First"],
  ["last_touch", "Last"],
  ["last_non_direct", "Last non-direct"],
  ["linear", "Linear"],
  ["position_based", "U"],
  ["w_shaped", "W"],
  ["time_decay", "Decay"],
  ["markov", "Markov"],
  ["shapley", "Shapley"],
  ["shapley_by_rate", "By rate"],
] as const;
type ModelName = (typeof models)[number][0];

/** Every model beside every other, and how far they disagree. */
export function RoiModelsPage(_: PageProps) {
  const [asked, ask] = useAsked(more);
  const query = useAddress<RoiModels>(url_of("/roi/models/comparison", {}, asked));
  return (
    <Loaded query={query}>
      {(report) => (
        <Page title="Models side by side" lead={report.why ? "How far the models of credit disagree." : as_sentence(report.sentence)}>
          <RoiTabs />
          <Asking report={report} asked={asked} ask={ask} choices={["channel", "campaign", "side"]} shared_by="every_model">
            <Choice label="Compare" choices={["revenue", "gross_margin", "orders", "leads", "opportunities", "new_accounts"]} value={report.of} on_change={(of) => ask({ of })} />
          </Asking>
          <WhoseRules rules={report.rules} />
          {report.agreed_sentence && <p className="quiet roi-note">{report.agreed_sentence}</p>}
          {report.why ? (
            <Empty title="No model has an answer yet.">
              {report.why} <Link href="/imports">Import</Link> touchpoints and orders, or ask for other days.
            </Empty>
          ) : (
            <>
              <Notes notes={report.notes} />
              <LeftOut rows={report.left_out} />
              <OrderNote report={report} ask={ask} />
              <Lines asked={asked} report={report} />
              <NoAnswers report={report} />
              <Sums report={report} />
              {report.direct_sentence && <p className="quiet roi-note">{report.direct_sentence}</p>}
              <p className="quiet roi-note">{report.single_order}</p>
              <p className="quiet roi-note">{report.population_total}</p>
              <p className="quiet roi-note">Compared are {report.journeys_sentence}</p>
              <p className="quiet roi-note">
                <Link href="/help/attribution">Which model of attribution?</Link> Each explained, with an example.
              </p>
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

/** Why a model has no answer at all: a column of dashes would take its width and say nothing, so it is left out and told beneath. */
const why_not = (model: string, report: Pick<RoiModels, "totals">) => report.totals.find((total) => total.model === model)?.attributed.why;
const has_column = (model: string, report: RoiModels) => is_shown(model, report) && (model === report.agreed_model || !why_not(model, report));

/** Last non-direct is last touch once more where nothing is direct: shown twice only where it is what was agreed. */
const is_shown = (model: string, report: RoiModels) => model !== "last_non_direct" || !report.direct_sentence || report.agreed_model === model;

/** Which Markov order foretells best; a click takes it. */
function OrderNote({ report, ask }: { report: RoiModels; ask: (changed: Asked) => void }) {
  const { best_order } = report;
  return (
    <p className="quiet roi-note">
      Markov: {report.order_sentence.charAt(0).toLowerCase() + report.order_sentence.slice(1)}{" "}
      {best_order && best_order !== report.markov_order && (
        <button type="button" className="roi-link" onClick={() => ask({ markov_order: String(best_order) })}>
          Take order {best_order}
        </button>
      )}
    </p>
  );
}

function Lines({ asked, report }: { asked: Asked; report: RoiModels }) {
  return (
    <div className="roi-models" role="region" aria-label="Lines under each model" tabIndex={0}>
      <List<ModelsLine>
        path="/roi/models"
        record="models_line"
        order="-mean"
        held={asked}
        words={["line", "lines"]}
        link={(line) => line_page(asked, line.id)}
        columns={[
          { field: "name", label: words_of(report.by), under: (line) => <UnderName line={line} /> },
          "spread",
          { field: "mean", label: "Mean", show: (line) => <Figure figure={line.mean} is_rounded /> },
          ...models.filter(([field]) => has_column(field, report)).map(([field, label]) => ({
            field,
            label: field === report.agreed_model ? `${label} (agreed)` : label,
            show: (line: ModelsLine) => (
              <span data-agreed={field === report.agreed_model}>
                <Figure figure={line[field]} is_rounded />
              </span>
            ),
          })),
        ]}
        filters={[]}
        empty={<Empty title="No touchpoints and no orders are on record in these days." />}
      />
    </div>
  );
}

/** Beneath the columns: why a model has none. What was agreed keeps its column, dashes and all. */
export const NoAnswers = ({ report }: { report: Pick<RoiModels, "totals" | "agreed_model"> }) =>
  report.totals
    .filter(({ attributed }) => attributed.why)
    .map(({ model, name, attributed }) => (
      <p key={model} className="quiet roi-note">
        {name} {model === report.agreed_model ? `shows “${not_known}”` : "has no column here"}. {as_sentence(attributed.why ?? "")}
      </p>
    ));
/** Whose it is, and why no model gives it credit. */
const UnderName = ({ line }: { line: ModelsLine }) => (
  <>
    {line.side && line.side !== "none" && <Side side={line.side} />}
    {!is_known(line.spread) && <div className="quiet">{line.sentence}</div>}
  </>
);

const line_page = (asked: Asked, line: number) => url_of("/roi/models/line", {}, { ...asked, line: String(line) });

/** What each column comes to: attributed and unattributed are what was booked. */
const Sums = ({ report }: { report: RoiModels }) => (
  <>
    <h2>What each model attributes</h2>
    <div className="roi-touches" role="region" aria-label="What each model attributes" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">What it is</th>
            <th scope="col" className="number">Attributed</th>
            <th scope="col" className="number">Unattributed</th>
            <th scope="col" className="number">Booked</th>
          </tr>
        </thead>
        <tbody>
          {report.totals.filter((total) => is_shown(total.model, report)).map((total) => (
            <tr key={total.model} data-agreed={total.model === report.agreed_model}>
              <th scope="row">
                <Link href={help_on_model(total.model)}>{total.name}</Link>
                {total.model === report.agreed_model && " (agreed)"}
              </th>
              <td>
                {words_of(total.kind)}
                {total.attributed.why && <div className="quiet">{total.attributed.why}</div>}
              </td>
              {([total.attributed, total.unattributed, total.booked] as FigureData[]).map((figure, at) => (
                <td key={at} className="number">
                  <Figure figure={figure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);

/** One line under every model: each credit with its working, and its interval once journeys were drawn anew. */
export function RoiModelsLinePage(_: PageProps) {
  const [asked] = useAsked([...more, "line"]);
  const { line: _line, ...question } = asked;
  const query = useAddress<ModelsLine>(url_of("/roi/models/line", {}, asked));
  const intervals = useAddress<LineIntervals>(url_of("/roi/models/line/intervals", {}, asked));
  return (
    <Loaded query={query}>
      {(line) => (
        <Page title={line.name} lead={as_sentence(line.sentence)}>
          <RoiTabs />
          <WhoseRules rules={line.rules} />
          <p className="quiet roi-note">
            Among <Link href={url_of("/roi/models", {}, question)}>all of them</Link>. Spread <Figure figure={line.spread} />, mean{" "}
            <Figure figure={line.mean} />.
          </p>
          <div className="roi-touches" role="region" aria-label="Its credit under each model" tabIndex={0}>
            <table aria-busy={intervals.isPending}>
              <thead>
                <tr>
                  <th scope="col">Model</th>
                  <th scope="col" className="number">Credit: {words_of(asked.of ?? "revenue").toLowerCase()}</th>
                  <th scope="col" className="number">95% interval</th>
                </tr>
              </thead>
              <tbody>
                {models.map(([model]) => (
                  <Credit key={model} model={model} line={line} intervals={intervals.data?.items} is_waiting={intervals.isPending} />
                ))}
              </tbody>
            </table>
          </div>
          {intervals.error && <ProblemNote error={intervals.error} again={() => void intervals.refetch()} />}
          <p className="quiet roi-note">
            The interval says how far a credit could have come out otherwise by the chance in which journeys came: of as many journeys drawn
            anew, time and again, the middle 95 of 100 give a credit within it. It does not say that the model is right, nor that anything was
            caused.
          </p>
        </Page>
      )}
    </Loaded>
  );
}

interface CreditProps {
  model: ModelName;
  line: ModelsLine;
  intervals: LineIntervals["items"] | undefined;
  is_waiting: boolean;
}

function Credit({ model, line, intervals, is_waiting }: CreditProps) {
  return (
    <tr>
      <th scope="row">
        <Link href={help_on_model(model)}>{line[model].name}</Link>
      </th>
      <td className="number">
        <Figure figure={line[model]} />
        {line[model].why && <div className="quiet">{line[model].why}</div>}
      </td>
      <td className="number">
        {is_waiting ? <IntervalToCome /> : <Interval of={intervals?.find((one) => one.model === model)} is_told={!line[model].why} />}
      </td>
    </tr>
  );
}

/** As tall as what will stand there, so that no row jumps. */
function IntervalToCome() {
  const is_late = useDelayed(true);
  return (
    <div className="roi-interval-to-come" aria-hidden="true">
      {is_late && <Skeleton height={12} width={132} ml="auto" mt={4} />}
    </div>
  );
}

/** Why the credit itself is not known stands beside it already. */
function Interval({ of: interval, is_told }: { of: LineIntervals["items"][number] | undefined; is_told: boolean }) {
  const reader = useReader();
  if (!interval) return not_known;
  return (
    <>
      {ends_of(interval, reader)}
      {interval.why && is_told && <div className="quiet">{interval.why}</div>}
      {!interval.why && <div className="quiet">{count_of(interval.resamples, "resample", "resamples", reader)}</div>}
    </>
  );
}

function ends_of({ from, to, from_orders, to_orders }: LineIntervals["items"][number], reader: ReturnType<typeof useReader>) {
  if (from && to) return `${format_money(from, { locale: reader.locale })} to ${format_money(to, { locale: reader.locale })}`;
  if (typeof from_orders === "number" && typeof to_orders === "number")
    return `${format_number(from_orders, reader, 1)} to ${format_number(to_orders, reader, 1)}`;
  return not_known;
}
