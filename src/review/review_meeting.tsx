// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link, Redirect, useLocation } from "wouter";
import { post, Problem } from "../ui/api";
import type { Gap, ReviewView } from "../ui/api.gen";
import { useAct, useData } from "../ui/data";
import { Figure } from "../ui/figure";
import { count_of, list_in_words } from "../ui/format";
import { Stroke, useKeys } from "../ui/keys";
import { Loaded } from "../ui/loaded";
import { Page } from "../ui/page";
import { Pick } from "../ui/pick";
import { ProblemNote } from "../ui/problem";
import { AgendaLead, BlindSpots, Move, Since } from "./review_agenda";
import { ActionForm, DecisionForm, type Entry } from "./review_entry";
import { Promises } from "./review_promises";
import { Recorded } from "./review_recorded";
import { actions_about_nothing, by_side, entries_about, path_of_gap, sides_missing, working_line } from "./review_words";

/** A review that is being held: who came, and for each gap what is decided and who does what. */
export function Meeting({ id }: { id: string }) {
  const review = useData("/reviews/{id}", { params: { id } });
  return (
    <Loaded query={review}>
      {(view) => (view.is_closed ? <Redirect to={`/reviews/${id}`} replace /> : <Room view={view} />)}
    </Loaded>
  );
}

function Room({ view }: { view: ReviewView }) {
  const walk = useWalk(view);
  return (
    <Page title={view.title} lead={<AgendaLead view={view} />} actions={<Legend can_hold={view.can_hold} />}>
      <Attendance view={view} />
      <Promises view={view} />
      <ol className="meeting" aria-label="Agenda">
        {view.items.map((gap, at) => (
          <Item key={`${gap.code}/${gap.about}`} view={view} gap={gap} at={at} walk={walk} />
        ))}
      </ol>
      <BlindSpots sentences={view.blind_spots} />
      <OtherActions view={view} />
      {view.can_hold && <Closing view={view} />}
    </Page>
  );
}

/** Where on the agenda the meeting is, and what is being written there. */
interface Walk {
  at: number;
  entry: Entry | null;
  set: (at: number, entry: Entry | null) => void;
}

function useWalk(view: ReviewView): Walk {
  const [{ at, entry }, set_state] = useState<{ at: number; entry: Entry | null }>({ at: 0, entry: null });
  const [, go] = useLocation();
  const set = (next: number, writing: Entry | null) => set_state({ at: next, entry: writing });
  const move = (by: number) => set(Math.min(Math.max(at + by, 0), view.items.length - 1), null);
  const next = { label: "Next gap", run: () => move(1) };
  const before = { label: "Gap before", run: () => move(-1) };
  const gap = view.items[at];
  useKeys({
    j: next,
    ArrowDown: next,
    k: before,
    ArrowUp: before,
    ...(view.can_hold && {
      d: { label: "Decide", run: () => set(at, "decision") },
      a: { label: "Add an action", run: () => set(at, "action") },
    }),
    Enter: { label: "Open the gap", run: () => gap && go(path_of_gap(gap, view.as_of)) },
  });
  return { at, entry, set };
}

function Legend({ can_hold }: { can_hold: boolean }) {
  const keys = [["j", "next"], ["k", "before"], ...(can_hold ? [["d", "decide"], ["a", "action"]] : []), ["Enter", "open"]];
  return (
    <span className="quiet legend" aria-hidden="true">
      {keys.map(([stroke, words]) => (
        <span key={stroke}>
          <Stroke stroke={stroke!} /> {words}
        </span>
      ))}
    </span>
  );
}

function Attendance({ view }: { view: ReviewView }) {
  const add = useAct((person: number) => post("/reviews/{id}/attendance", { person }, { params: { id: view.review } }));
  const came = by_side(view.attendance);
  const names = (side: readonly { name: string }[]) => (side.length ? list_in_words(side.map((one) => one.name)) : "nobody yet");
  return (
    <section className="panel attendance" aria-label="Who came">
      <p className="attendance-held">{view.sentence}.</p>
      <dl>
        <div>
          <dt>
            <span className="side-square" data-side="sales" aria-hidden="true" /> Sales
          </dt>
          <dd>{names(came.sales)}</dd>
        </div>
        <div>
          <dt>
            <span className="side-square" data-side="marketing" aria-hidden="true" /> Marketing
          </dt>
          <dd>{names(came.marketing)}</dd>
        </div>
        {came.none.length > 0 && (
          <div>
            <dt>No side</dt>
            <dd>{names(came.none)}</dd>
          </div>
        )}
      </dl>
      {view.can_hold && (
        <Pick
          key={view.attendance.length}
          label="Who came"
          placeholder="Type a name"
          path="/people"
          value=""
          onChange={(person) => person !== "" && add.mutate(person)}
        />
      )}
    </section>
  );
}

function Item({ view, gap, at, walk }: { view: ReviewView; gap: Gap; at: number; walk: Walk }) {
  const place = useRef<HTMLLIElement>(null);
  const is_here = walk.at === at;
  const has_moved = useRef(false);
  useEffect(() => {
    if (!is_here) return void (has_moved.current = true);
    if (!has_moved.current && at === 0) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, [is_here, at]);
  const close = () => {
    walk.set(at, null);
    place.current?.focus();
  };
  const writing = is_here ? walk.entry : null;
  return (
    <li ref={place} tabIndex={-1} className="meeting-item" aria-current={is_here ? "step" : undefined}>
      <div className="meeting-gap">
        <div>
          <Link href={path_of_gap(gap, view.as_of)} className="row-link">
            {gap.sentence}
          </Link>
          <div className="under">{working_line(gap)}</div>
        </div>
        <Move gap={gap} />
        <span className="quiet">
          <Since day={gap.since} />
        </span>
        <span className="number">
          <Figure figure={gap.stake} label="At stake" is_rounded />
        </span>
      </div>
      <Recorded {...entries_about(view, gap)} />
      {writing === "decision" && <DecisionForm review={view.review} gap={gap} on_close={close} />}
      {writing === "action" && <ActionForm review={view.review} gap={gap} on_close={close} />}
      {view.can_hold && !writing && (
        <p className="meeting-buttons">
          <Button variant="default" onClick={() => walk.set(at, "decision")}>
            Decide
          </Button>
          <Button variant="default" onClick={() => walk.set(at, "action")}>
            Add an action
          </Button>
        </p>
      )}
    </li>
  );
}

/** What is to be done about no gap in particular. */
function OtherActions({ view }: { view: ReviewView }) {
  const [is_open, open] = useState(false);
  const actions = actions_about_nothing(view);
  return (
    <section aria-label="Anything else">
      <h2>Anything else</h2>
      <Recorded decisions={[]} actions={actions} />
      {is_open && <ActionForm review={view.review} gap={null} on_close={() => open(false)} />}
      {view.can_hold && !is_open && (
        <Button variant="default" onClick={() => open(true)}>
          Add an action about no gap
        </Button>
      )}
    </section>
  );
}

function Closing({ view }: { view: ReviewView }) {
  const close = useAct(() => post("/reviews/{id}/closing", undefined, { params: { id: view.review } }), { is_quiet: true });
  const missing = sides_missing(view.attendance);
  const is_one_sided = missing.length > 0 && close.error instanceof Problem && close.error.code === "review_needs_both_sides";
  return (
    <section className="panel closing" aria-label="Close the review">
      <h2>Close the review</h2>
      <p>
        Closing freezes {view.items.length === 1 ? "the one gap" : `all ${count_of(view.items.length, "gap")}`} with the working of
        each number, so that the next review can say whether it moved. Nothing is added afterwards; the minutes stand at an address
        of their own.
      </p>
      {missing.length > 0 && (
        <p className="closing-missing" data-refused={is_one_sided} role={is_one_sided ? "alert" : undefined}>
          Nobody of {list_in_words(missing)} is recorded yet. The review is a joint one: add who came above, or let it stand open
          until they join.
        </p>
      )}
      {close.error && !is_one_sided && <ProblemNote error={close.error} />}
      <Button onClick={() => close.mutate()} loading={close.isPending}>
        Close the review
      </Button>
    </section>
  );
}
