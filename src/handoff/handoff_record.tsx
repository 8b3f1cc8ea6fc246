// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import "./handoff.css";
import { LogActivity } from "../fact/log_activity";
import { Timeline } from "../funnel/timeline";
import type { HandoffStepRow, HandoffView } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { format_day, format_instant } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { Fields, NotShown } from "../ui/record";
import { useReader, useSession } from "../ui/session";
import { Acts, Give, HandBack, HandOn, name_of, useSteps } from "./handoff_acts";
import { What, Who } from "./handoff_detail";
import { ask_in_words, asker_in_words, escalation_in_words, fate_in_words, held_in_words, is_to_hand_back, is_to_hand_on, steps_for } from "./handoff_rules";

/** One handoff: where it stands, its clock, what was done about it, and what one needs to act. */
export function HandoffRecordPage({ params }: PageProps) {
  const query = useAddress<HandoffView>(`/handoffs/${params.id}`);
  if (query.error && !query.data)
    return (
      <>
        <NotShown error={query.error} again={() => void query.refetch()} />
        <StepsLeft id={params.id} />
      </>
    );
  return <Loaded query={query}>{(view) => <OfHandoff view={view} />}</Loaded>;
}

function OfHandoff({ view }: { view: HandoffView }) {
  const row = view.handoff;
  const lead = `/opportunities/${row.opportunity}`;
  return (
    <Page
      title={name_of(row)}
      lead={`${ask_in_words(row)}, ${row.submitted_by === null ? "" : "asked "}${asker_in_words(row)}. ${fate_in_words(row)}`}
      actions={
        <>
          <WhatToDo view={view} />
          <Button component={Link} href={lead} variant="default">
            Open the lead
          </Button>
        </>
      }
    >
      <div className="record">
        <div>
          <section className="panel" aria-label="Who and what">
            <Who row={row} why_not_called={view.why_not_called} why_not_written={view.why_not_written} />
            <What row={row} they_wrote={view.they_wrote} />
            <Outcome view={view} />
          </section>
          <LogActivity about={{ opportunity: row.opportunity }} />
          <h2>What both sides did</h2>
          <Timeline path={lead} territory={row.territory} />
        </div>
        <aside className="handoff-aside" aria-label="Its time and its steps">
          <Clock view={view} />
          <StepsTaken id={row.id} />
        </aside>
      </div>
    </Page>
  );
}

/** As in the queue; besides, whoever routes can give it to somebody, and whoever handed it over can withdraw it. */
function WhatToDo({ view }: { view: HandoffView }) {
  const { person } = useSession();
  const steps = useSteps();
  const row = view.handoff;
  const standing = { may_decide: view.may_decide, may_take: person.side === row.to_side };
  const may_hand_on = is_to_hand_on(row, standing);
  const kinds = steps_for(row, standing);
  return (
    <>
      {may_hand_on && <HandOn row={row} />}
      <Acts row={row} kinds={kinds} steps={steps} is_second={may_hand_on} />
      {steps.dialog}
      {is_to_hand_back(row, person.side) && <HandBack row={row} />}
      {view.may_assign && <Give row={row} first_had_at={view.first_had_at} steps={steps} />}
      {view.may_withdraw && (
        <Button variant="default" onClick={() => void steps.take(row, { kind: "withdrawn" })}>
          Withdraw
        </Button>
      )}
    </>
  );
}

function Outcome({ view: { handoff: row } }: { view: HandoffView }) {
  const reader = useReader();
  if (row.state === "waiting") return null;
  return (
    <p className="handoff-outcome">
      <strong>{words_of(row.state)}</strong> {row.decided_by_name && `by ${row.decided_by_name}`}
      {row.decided_at && `, ${format_instant(row.decided_at, reader)}`}
      {row.reason && `: ${row.reason}`}
      {row.answer && `: ${row.answer}`}
      {row.again_on && `. It comes back on ${format_day(row.again_on, reader)}.`}
    </p>
  );
}

/** Business time, apart for finding somebody and for what they did with it. */
function Clock({ view }: { view: HandoffView }) {
  const reader = useReader();
  const { due_at, contact_due_at, state } = view.handoff;
  const besides = escalation_in_words[view.escalation];
  return (
    <section className="panel">
      <h2>Its time</h2>
      <p>
        {view.clock} {view.contact_in_words}
      </p>
      {besides && <p className="queue-late">It is {besides}.</p>}
      {(due_at || contact_due_at) && (
        <p className="quiet">
          {due_at && `To be answered by ${format_instant(due_at, reader)}`}
          {due_at && contact_due_at && "; "}
          {contact_due_at && `${due_at ? "spoken" : "Spoken"} with by ${format_instant(contact_due_at, reader)}`}.
        </p>
      )}
      <Fields
        record="handoff_view"
        value={{ ...view }}
        only={state === "waiting" || view.withholds_times ? ["routing_hours"] : ["routing_hours", "answer_hours", "contact_hours"]}
      />
      <p className="quiet handoff-by">
        {view.agreement ? (
          <>
            Judged by <Link href={view.agreement}>{view.agreement_name}</Link>.
          </>
        ) : (
          <>
            No service level bound both sides that day: <Link href="/agreements/service_level">agree on one</Link>.
          </>
        )}
      </p>
    </section>
  );
}

/** What was done about it, newest first, as people say it. */
function StepsTaken({ id }: { id: number }) {
  const query = useAddress<{ items: HandoffStepRow[] }>(`/handoffs/${id}/steps`);
  return (
    <section className="panel history" aria-label="Steps">
      <h2>Its steps</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ol>
            {items.map((step) => (
              <StepTaken key={step.id} step={step} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

/** Of a handoff that was taken back only its steps are left; of one that never was, nothing. */
function StepsLeft({ id }: { id: string | undefined }) {
  const { data } = useAddress<{ items: HandoffStepRow[] }>(`/handoffs/${id}/steps`);
  return data && data.items.length > 0 ? <StepsTaken id={Number(id)} /> : null;
}

function StepTaken({ step }: { step: HandoffStepRow }) {
  const reader = useReader();
  return (
    <li className={step.is_undone ? "handoff-undone" : undefined}>
      <div>{step.is_undone ? <s>{step_in_words(step)}</s> : <strong>{step_in_words(step)}</strong>}</div>
      <div className="quiet">
        {step.person === null ? (step.kind === "submitted" ? "By itself" : "By the record of the lead") : step.person_name}
        {step.at && `, ${format_instant(step.at, reader)}`}
      </div>
      {step.text && <div>{step.is_undone ? <s>{step.text}</s> : step.text}</div>}
      {step.is_undone && (
        <div className="quiet">
          Taken back by {step.undone_by_name || "somebody"}
          {step.undone_at && `, ${format_instant(step.undone_at, reader)}`}
        </div>
      )}
      {step.held_hours !== null && <div className="quiet">{held_in_words(step, step.held_hours)}</div>}
    </li>
  );
}

function step_in_words({ kind, person, assigned_to_name }: HandoffStepRow): string {
  if (kind === "submitted" && person === null) return assigned_to_name ? `Came in, to ${assigned_to_name}` : "Came in";
  if (kind === "submitted") return assigned_to_name ? `Handed over to ${assigned_to_name}` : "Handed over";
  if (kind === "assigned") return `Given to ${assigned_to_name}`;
  return kind === "returned" ? "Back to the queue" : words_of(kind);
}
