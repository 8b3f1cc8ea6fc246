// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { BridgePanel } from "../claim/bridge_panel";
import type { Gap, ReviewRow, ReviewView } from "../ui/api.gen";
import { url_of } from "../ui/api";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { count_of, format_day, list_in_words } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { BlindSpots, Move, Since } from "./review_agenda";
import { Promises } from "./review_promises";
import { Recorded } from "./review_recorded";
import { actions_about_nothing, by_side, entries_about, path_of_gap, working_line } from "./review_words";
import "./review.css";

const link_of = (row: ReviewRow) => (row.closed_at ? `/reviews/${row.id}` : url_of("/review", {}, { meeting: row.id }));

/** Reviews that were held, newest first. */
export function ReviewsPage(_: PageProps) {
  return (
    <Page title="Past reviews" lead="Each keeps its numbers as they stood when it was closed.">
      <List<ReviewRow>
        path="/reviews"
        record="review_row"
        order="-as_of"
        words={["review", "reviews"]}
        link={link_of}
        columns={[
          { field: "as_of", label: "Judged as of" },
          "held_by_name",
          "opened_at",
          { field: "closed_at", show: (row) => (row.closed_at ? undefined : "being held") },
          { field: "decision_count", label: "Decisions" },
          { field: "action_count", label: "Actions" },
          { field: "done_count", label: "Done" },
        ]}
        empty={
          <Empty title="No review was held yet." action={<Link href="/">Open this week’s agenda</Link>}>
            Hold one with somebody of each side: it records decisions and actions, and freezes the numbers for the next time.
          </Empty>
        }
      />
    </Page>
  );
}

/** The minutes of a review: its frozen numbers, who came, what was decided, who does what. They print. */
export function MinutesPage({ params }: PageProps) {
  const review = useData("/reviews/{id}", { params: { id: params.id ?? "" } });
  return <Loaded query={review}>{(view) => <Minutes view={view} />}</Loaded>;
}

function Minutes({ view }: { view: ReviewView }) {
  const reader = useReader();
  const frozen = view.is_closed ? "Numbers as frozen when it was closed" : "Not closed yet: the numbers still move";
  return (
    <Page
      title={`Minutes: ${view.title}`}
      lead={`${view.sentence}. ${frozen}, judged by the facts up to the end of ${format_day(view.as_of, reader, "long")}.`}
      actions={
        <>
          {view.last_review > 0 && (
            <Button component={Link} href={`/reviews/${view.last_review}`} variant="default">
              The minutes before
            </Button>
          )}
          {!view.is_closed && (
            <Button component={Link} href={url_of("/review", {}, { meeting: view.review })} variant="default">
              Go on with the review
            </Button>
          )}
          <Button onClick={() => window.print()}>Print</Button>
        </>
      }
    >
      <Came view={view} />
      {view.bridge && <BridgePanel bridge={view.bridge} />}
      <Promises view={view} />
      <h2>{count_of(view.items.length, "gap", "gaps", reader)}</h2>
      <Totals view={view} />
      <ol className="minutes">
        {view.items.map((gap) => (
          <li key={`${gap.code}/${gap.about}`}>
            <div className="meeting-gap">
              <div>
                <Link href={page_of_gap(view, gap)} className="row-link">
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
          </li>
        ))}
      </ol>
      <Others view={view} />
      <BlindSpots sentences={view.blind_spots} />
    </Page>
  );
}

/** What was at stake in all; reviews of before these were kept have none. */
function Totals({ view }: { view: ReviewView }) {
  const reader = useReader();
  if (view.totals.length === 0) return null;
  return (
    <p className="minutes-totals">
      {view.totals.map((total, at) => (
        <span key={total.name}>
          {at > 0 && " and "}
          <Figure figure={total} is_rounded /> {total.name}
        </span>
      ))}
      {view.data_until && <span className="quiet">. Data up to {format_day(view.data_until, reader, "long")}.</span>}
    </p>
  );
}

/** In the minutes of a closed review a gap is shown as it was frozen. */
const page_of_gap = (view: ReviewView, { code, about }: Gap) =>
  view.is_closed
    ? url_of("/reviews/{id}/gaps/{code}", { id: view.review, code }, { about: about || undefined })
    : path_of_gap({ code, about }, view.as_of);

function Came({ view }: { view: ReviewView }) {
  const came = by_side(view.attendance);
  const names = (people: readonly { name: string }[]) => list_in_words(people.map((one) => one.name)) || "nobody";
  return (
    <p className="minutes-came">
      <span>
        <span className="side-square" data-side="sales" aria-hidden="true" />
        Sales: {names(came.sales)}
      </span>
      <span>
        <span className="side-square" data-side="marketing" aria-hidden="true" />
        Marketing: {names(came.marketing)}
      </span>
      {came.none.length > 0 && <span>Also: {names(came.none)}</span>}
    </p>
  );
}

function Others({ view }: { view: ReviewView }) {
  const actions = actions_about_nothing(view);
  if (actions.length === 0) return null;
  return (
    <>
      <h2>Besides</h2>
      <Recorded decisions={[]} actions={actions} />
    </>
  );
}
