// SPDX-License-Identifier: Apache-2.0
import "./conversion.css";
import type { FunnelReport } from "../ui/api.gen";
import { Figure, type FigureData } from "../ui/figure";
import { as_sentence, format_day, format_number } from "../ui/format";
import { useReader } from "../ui/session";

export interface Between {
  from: number | null;
  to: number | null;
  unit?: string;
}

/** Where the 95% interval lies. */
export function Interval({ from, to, unit = "%" }: Between) {
  const reader = useReader();
  if (from === null && to === null) return null;
  const one = (value: number) => format_number(value, reader, unit === "days" ? 0 : 1);
  const words = unit === "%" ? "%" : ` ${unit}`;
  return (
    <span className="funnel-under">
      {from === null ? `up to ${one(to ?? 0)}${words}` : to === null ? `${one(from)}${words} or more` : `${one(from)} to ${one(to)}${words}`}
    </span>
  );
}

/** A difference of two percentages is in points. */
export const Points = ({ figure }: { figure: FigureData }) => <Figure figure={{ ...figure, unit: "points" }} />;

/** What changed since the other period, and whether it can be chance. */
export function Compared({ report }: { report: FunnelReport }) {
  const reader = useReader();
  const days = (from: string | null, until: string | null) => (from && until ? `${format_day(from, reader)} to ${format_day(until, reader)}` : "");
  const before = days(report.against_from, report.against_until), now = days(report.from_day, report.until_day);
  return (
    <section aria-label="Compared with the other period">
      <h2>What changed</h2>
      <p>{as_sentence(report.difference_sentence)}</p>
      <div className="scrolls" tabIndex={0} role="region" aria-label="Each step in both periods">
        <table className="funnel-steps funnel-cards funnel-changes" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">Step</th>
              <th scope="col" role="columnheader">{before}</th>
              <th scope="col" role="columnheader">{now}</th>
              <th scope="col" role="columnheader">Difference</th>
              <th scope="col" role="columnheader" className="funnel-words">
                Whether that can be chance
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            <Change
              name="Whole journeys"
              under="won, from their beginning on"
              parts={[report.won_before, report.won_at_horizon]}
              periods={[before, now]}
              difference={report.won_difference}
              between={{ from: report.won_difference_from, to: report.won_difference_to }}
              sentence={report.won_difference_sentence}
            />
            {report.items.map((step) => (
              <Change
                key={step.id}
                name={step.name}
                parts={[step.next_before, step.next_at_horizon]}
                periods={[before, now]}
                difference={step.difference}
                between={{ from: step.difference_from, to: step.difference_to }}
                is_one_of_several
                sentence={step.difference_sentence}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">Of steps the part that goes on within {report.horizon_days} days of coming to it. Each interval is of its step alone; what
        counts as evidence, and its probability, is for all steps together (Holm), so that an interval may leave out 0 without evidence.</p>
    </section>
  );
}

interface ChangeProps {
  name: string;
  under?: string;
  /** Before and now, as the periods are called. */
  parts: readonly [FigureData, FigureData];
  periods: readonly [string, string];
  difference: FigureData;
  between: Between;
  /** Its interval is of it alone, and the verdict of all together. */
  is_one_of_several?: boolean;
  sentence: string;
}

function Change({ name, under, parts, periods, difference, between, is_one_of_several = false, sentence }: ChangeProps) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name}
        {under && <div className="funnel-under">{under}</div>}
      </th>
      {parts.map((part, at) => (
        <td key={periods[at]} role="cell" data-label={periods[at]}>
          <Figure figure={part} />
        </td>
      ))}
      <td role="cell" data-label="Difference">
        <Points figure={difference} />
        <div>
          <Interval {...between} unit="points" />
          {is_one_of_several && between.from !== null && <span className="quiet"> alone</span>}
        </div>
      </td>
      <td role="cell" className="funnel-words">{as_sentence(sentence)}</td>
    </tr>
  );
}
