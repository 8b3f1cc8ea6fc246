// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import "./review.css";
import { post, url_of } from "../ui/api";
import type { ReviewView } from "../ui/api.gen";
import { useAct, useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { format_day } from "../ui/format";
import { useKeys } from "../ui/keys";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { ProblemNote } from "../ui/problem";
import { useReader, useSession } from "../ui/session";
import { BridgePanel } from "../claim/bridge_panel";
import { AgendaLead, AgendaTable, BlindSpots } from "./review_agenda";
import { Meeting } from "./review_meeting";
import { Promises } from "./review_promises";
import { FirstSteps } from "./review_start";

export { FrozenGapPage, GapPage } from "./review_gap";
export { MinutesPage, ReviewsPage } from "./review_minutes";

/** What needs both sides this week; `?as_of=` judges another day, `?meeting=` is a review being held. */
export function ReviewPage(_: PageProps) {
  const asked = new URLSearchParams(useSearch());
  const meeting = asked.get("meeting");
  return meeting ? <Meeting id={meeting} /> : <Agenda as_of={asked.get("as_of")} />;
}

function Agenda({ as_of }: { as_of: string | null }) {
  const review = useData("/review", { query: { as_of } });
  if (review.error && !review.data) return <NoAgenda error={review.error} />;
  return (
    <Loaded query={review}>
      {(view) => (
        <Page title={view.title} lead={<AgendaLead view={view} />} actions={<Actions view={view} />}>
          <WhichDay view={view} />
          {view.bridge && <BridgePanel bridge={view.bridge} />}
          <FirstSteps view={view} />
          {view.items.length > 0 ? <AgendaTable gaps={view.items} as_of={view.as_of} /> : <NoGaps view={view} />}
          <BlindSpots sentences={view.blind_spots} />
          <Promises view={view} />
        </Page>
      )}
    </Loaded>
  );
}

/** A day that cannot be judged; the day offered always can. */
function NoAgenda({ error }: { error: Error }) {
  return (
    <Page title="Review">
      <ProblemNote error={error} />
      <p className="which-day">
        <Link href="/">Open this week’s review</Link>
      </p>
    </Page>
  );
}

function NoGaps({ view }: { view: ReviewView }) {
  const reader = useReader();
  if (!view.data_until || view.blind_spots.length > 0) return null;
  return (
    <Empty title={`No gaps on ${format_day(view.as_of, reader, "long")}.`}>
      What both sides signed and what happened agree. New facts come with the next import.
    </Empty>
  );
}

/** Old data is said aloud, and the day of the newest fact offered. */
function WhichDay({ view }: { view: ReviewView }) {
  const reader = useReader();
  const { today } = useSession();
  if (view.is_data_old && view.data_until) {
    return (
      <p className="which-day">
        The newest fact is of {format_day(view.data_until, reader, "long")}: what stands here is judged by old data.{" "}
        <Link href={`/review?as_of=${view.data_until}`}>Review as of that day</Link>
      </p>
    );
  }
  if (view.as_of === today) return null;
  const is_newest = view.as_of === view.data_until;
  return (
    <p className="which-day">
      Judged by the facts up to the end of {format_day(view.as_of, reader, "long")}
      {is_newest && ", the day of the newest fact"}. <Link href={`/review?as_of=${today}`}>Judge by today</Link>
    </p>
  );
}

function Actions({ view }: { view: ReviewView }) {
  const [, go] = useLocation();
  const { today } = useSession();
  const reader = useReader();
  const meet = (id: number) => go(url_of("/review", {}, { meeting: id }));
  const begin = useAct(() => post("/reviews", { as_of: view.as_of }), { then: (held) => meet(held.review) });
  const hold = () => (view.open_review ? meet(view.open_review) : begin.mutate());
  useKeys(view.can_hold ? { h: { label: view.open_review ? "Go on with the review" : "Hold the review", run: hold } } : {});
  return (
    <>
      <label className="review-day">
        <span className="quiet">As of</span>
        <TextInput
          type="date"
          aria-label="As of which day"
          value={view.as_of}
          max={today}
          onChange={(event) => event.currentTarget.value && go(url_of("/review", {}, { as_of: event.currentTarget.value }))}
        />
      </label>
      {view.last_review > 0 && (
        <Button component={Link} href={`/reviews/${view.last_review}`} variant="default">
          {view.promised_on ? `Minutes of ${format_day(view.promised_on, reader)}` : "Last minutes"}
        </Button>
      )}
      {view.can_hold ? (
        <Button onClick={hold} loading={begin.isPending} variant={view.items.length > 0 ? "filled" : "default"}>
          {view.open_review ? "Go on with the review" : "Hold the review"}
        </Button>
      ) : (
        view.open_review > 0 && (
          <Button component={Link} href={url_of("/review", {}, { meeting: view.open_review })} variant="default">
            Follow the review
          </Button>
        )
      )}
    </>
  );
}
