// SPDX-License-Identifier: Apache-2.0
import { useRef } from "react";
import { Link } from "wouter";
import "../ui/list.css";
import type { Gap, ReviewView } from "../ui/api.gen";
import { Figure } from "../ui/figure";
import { count_of, format_day, not_known } from "../ui/format";
import { useRowKeys } from "../ui/list_table";
import { useReader } from "../ui/session";
import { Term } from "../ui/glossary";
import { Side } from "../ui/side";
import { path_of_gap, working_line } from "./review_words";

/** "7 gaps, $337,400 expected margin at stake. Data up to 15 November." */
export function AgendaLead({ view }: { view: ReviewView }) {
  const reader = useReader();
  return (
    <>
      {view.items.length === 0 ? no_gaps(view) : count_of(view.items.length, "gap", "gaps", reader)}
      {view.totals.map((total, at) => (
        <span key={total.name}>
          {at === 0 ? ", " : " and "}
          <Figure figure={total} is_rounded /> {total.name}
        </span>
      ))}
      .{" "}
      {view.data_until ? `Data up to ${format_day(view.data_until, reader, "long")}.` : "No facts are on record yet."}
    </>
  );
}

/** Where something cannot be seen, no gap is not the same as none. */
const no_gaps = (view: ReviewView) => (view.blind_spots.length > 0 ? "No gaps in what can be judged" : "No gaps");

/** The gaps by money at stake and age: a row each, opened by mouse, or by j, k and Enter. */
export function AgendaTable({ gaps, as_of }: { gaps: readonly Gap[]; as_of: string }) {
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  return (
    <table ref={table} className="rows agenda" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Gap
          </th>
          <th role="columnheader" scope="col">
            Whose move
          </th>
          <th role="columnheader" scope="col">
            Since
          </th>
          <th role="columnheader" scope="col" className="number">
            At stake
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {gaps.map((gap) => (
          <AgendaRow key={`${gap.code}/${gap.about}`} gap={gap} as_of={as_of} />
        ))}
      </tbody>
    </table>
  );
}

function AgendaRow({ gap, as_of }: { gap: Gap; as_of: string }) {
  return (
    <tr role="row">
      <td role="cell">
        <Link href={path_of_gap(gap, as_of)} className="row-link">
          {gap.sentence}
        </Link>
        <div className="under">
          {working_line(gap)}
          {gap.term && (
            <>
              {" · "}
              <Term name={gap.term} agreement={gap.agreement} />
            </>
          )}
        </div>
      </td>
      <td role="cell" data-label="Whose move">
        <Move gap={gap} />
      </td>
      <td role="cell" data-label="Since" className="quiet agenda-since">
        <Since day={gap.since} />
      </td>
      <td role="cell" data-label="At stake" className="number">
        <Figure figure={gap.stake} label="At stake" is_rounded />
      </td>
    </tr>
  );
}

/** What does not bind is nobody's move: a draft, or what was signed for other days. */
export function Move({ gap }: { gap: Pick<Gap, "mover" | "is_provisional" | "why_provisional"> }) {
  if (!gap.is_provisional) return <Side side={gap.mover} />;
  return <span className="quiet">{gap.why_provisional || "an unsigned draft"}: nobody’s move</span>;
}

export function Since({ day }: { day: string | null }) {
  const reader = useReader();
  return <>{day ? format_day(day, reader) : not_known}</>;
}

/** What could not be looked for: no gap is not the same as none. */
export function BlindSpots({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="blind-spots" aria-label="Not known">
      <h2>Not known</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
