// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { ReviewMovement, ReviewPromise, ReviewView } from "../ui/api.gen";
import { Figure, is_known } from "../ui/figure";
import { format_day, format_number } from "../ui/format";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";

/** What the last review promised, whether it was done, and whether the number moved. */
export function Promises({ view }: { view: ReviewView }) {
  const reader = useReader();
  if (view.promised.length === 0) return null;
  const day = view.promised_on ? format_day(view.promised_on, reader, "long") : "";
  return (
    <section aria-label="Promised last time">
      <h2>
        Promised last time{" "}
        <Link className="quiet promised-link" href={`/reviews/${view.last_review}`}>
          review of {day}
        </Link>
      </h2>
      <table className="rows promises" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">What</th>
            <th role="columnheader" scope="col">Who</th>
            <th role="columnheader" scope="col">Done</th>
            <th role="columnheader" scope="col">The gap since</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {view.promised.map((promise) => (
            <Row key={promise.action} promise={promise} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ promise }: { promise: ReviewPromise }) {
  return (
    <tr role="row">
      <td role="cell">
        {promise.what}
        {promise.gap && <div className="under">{promise.gap}</div>}
      </td>
      <td role="cell" data-label="Who">
        <Who name={promise.person} side={promise.side} />
      </td>
      <td role="cell" data-label="Done">
        <Kept {...promise} />
      </td>
      <td role="cell" data-label="The gap since" className="promise-moved">
        {promise.moved ? (
          <Moved moved={promise.moved} />
        ) : (
          <span className="quiet">{promise.gap ? "counted for another territory" : "about no gap"}</span>
        )}
      </td>
    </tr>
  );
}

/** "31 → 9", "$186,200 → $54,100": each amount opens the working it has, or had when it was frozen. */
function Moved({ moved }: { moved: ReviewMovement }) {
  const reader = useReader();
  const { stake_before, stake_now } = moved;
  return (
    <>
      <span>
        {format_number(moved.count_before, reader)} → {format_number(moved.count_now, reader)}
      </span>
      {(is_known(stake_before) || is_known(stake_now)) && (
        <span>
          <Figure figure={stake_before} label="At stake then" is_rounded /> →{" "}
          <Figure figure={stake_now} label="At stake now" is_rounded />
        </span>
      )}
      {is_known(stake_before) && is_known(stake_now) && stake_before.name !== stake_now.name && (
        <span className="under">{`${stake_before.name}, now ${stake_now.name.toLowerCase()}`}</span>
      )}
    </>
  );
}

/** A person, with the side they stand on. */
export function Who({ name, side }: { name: string; side: string }) {
  return (
    <span className="who">
      {name}
      {side !== "none" && <Side side={side} />}
    </span>
  );
}

/** "done 11 Nov", "overdue since 16 Nov", "due 27 Nov". */
export function Kept({ done_on, due_on, is_overdue = false }: { done_on: string | null; due_on: string; is_overdue?: boolean }) {
  const reader = useReader();
  if (done_on) return <span className="nowrap">done {format_day(done_on, reader)}</span>;
  if (is_overdue) return <strong className="overdue nowrap">overdue since {format_day(due_on, reader)}</strong>;
  return <span className="nowrap">due {format_day(due_on, reader)}</span>;
}
