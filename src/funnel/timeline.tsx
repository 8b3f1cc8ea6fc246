// SPDX-License-Identifier: Apache-2.0
import "./funnel.css";
import type { OpportunityEvent } from "../ui/api.gen";
import { words_of } from "../ui/described";
import { useAddress } from "../ui/data";
import { format_day, format_instant } from "../ui/format";
import { Term } from "../ui/glossary";
import { Loaded } from "../ui/loaded";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";

/** Stage changes and activities of both sides, newest first, no finer than their source knows. */
export function Timeline({ path, territory }: { path: string; territory: number | null }) {
  const query = useAddress<{ items: OpportunityEvent[] }>(`${path}/timeline`);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">Nobody recorded a change of stage or an activity.</p>
        ) : (
          <ol className="timeline">
            {items.map((event) => (
              <Entry key={`${event.kind}${event.number}`} event={event} territory={territory} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

interface Props {
  event: OpportunityEvent;
  territory: number | null;
}

function Entry({ event, territory }: Props) {
  return (
    <li data-kind={event.kind} data-side={event.side ?? "none"}>
      <time dateTime={event.at}>
        <When event={event} />
      </time>
      <div>
        <div>{event.kind === "stage_change" ? <Stood event={event} territory={territory} /> : <Did event={event} />}</div>
        <Who event={event} />
      </div>
    </li>
  );
}

function When({ event }: { event: OpportunityEvent }) {
  const reader = useReader();
  if (event.precision === "moment") return format_instant(event.at, reader);
  return format_day(event.at, reader);
}

function Stood({ event, territory }: Props) {
  return (
    <>
      {event.precision === "at_least_since" ? "In " : "Came to "}
      <strong>
        <Term name={event.stage} territory={territory} />
      </strong>
      {event.precision === "at_least_since" && " at least since then"}
    </>
  );
}

function Did({ event }: { event: OpportunityEvent }) {
  return (
    <>
      <strong>{words_of(event.activity ?? "other")}</strong>
      {event.subject_line && `: ${event.subject_line}`}
    </>
  );
}

function Who({ event }: { event: OpportunityEvent }) {
  if (!event.person_name && !event.system && (event.side ?? "none") === "none") return null;
  return (
    <div className="under">
      {event.side && event.side !== "none" && <Side side={event.side} />} {event.person_name}
      {event.system && ` from ${event.system}`}
    </div>
  );
}
