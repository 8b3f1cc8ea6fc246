// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { CallDesk, CalledPerson, CallEvent } from "../ui/api.gen";
import { del, post } from "../ui/api";
import { useAct, useData } from "../ui/data";
import { words_of } from "../ui/described";
import { Form } from "../ui/form";
import { count_of, format_instant, format_known } from "../ui/format";
import { Stroke, useKeys } from "../ui/keys";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { NotShown } from "../ui/record";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { tel_of } from "../ui/telephone";
import { outcomes, tomorrow_at_nine, type Outcome } from "./call_outcomes";

/** One screen to call from: whom, what one needs for it, and a key for what came of it. */
export function CallDeskPage({ params }: PageProps) {
  const query = useData("/call-lists/{id}/call", { params: { id: params.id ?? "" } });
  if (query.error && !query.data) return <NotShown error={query.error} again={() => void query.refetch()} />;
  return <Loaded query={query}>{(desk) => <Desk desk={desk} />}</Loaded>;
}

/** What a caller does here; whoever says what came of a call has the next person before them at once. */
function useDesk(id: number) {
  const at = { params: { id } };
  const next = () => post("/call-lists/{id}/turns", { member: null }, at);
  return {
    next,
    record: async (body: object) => {
      await post("/call-lists/{id}/calls", { call_back_at: null, words: "", ...body } as never, at);
      return next();
    },
    take_back: (call: number) => del("/call-lists/{id}/calls/{call}", undefined, { params: { id, call } }),
    stop: () => del("/call-lists/{id}/turns", undefined, at),
  };
}

function Desk({ desk }: { desk: CallDesk }) {
  const acts = useDesk(desk.id);
  const take = useAct(acts.next);
  const stop = useAct(acts.stop);
  const undo = useAct(acts.take_back);
  const { person, last_call } = desk;
  const may_take = !person && !desk.why_not;
  useKeys(may_take ? { n: { label: "Take the next person", run: () => take.mutate() } } : {});
  useKeys(person ? { p: { label: "Pause: give the person back", run: () => stop.mutate() } } : {});
  useKeys(last_call ? { u: { label: "Take the last call back", run: () => undo.mutate(last_call) } } : {});
  return (
    <Page
      title={desk.name}
      lead={<Link href={`/call-lists/${desk.id}`}>{`Call list of ${desk.campaign_name}`}</Link>}
      actions={
        <>
          {last_call && (
            <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(last_call)}>
              Undo: {desk.last_name}, {words_of(desk.last_outcome ?? "").toLowerCase()}
              <Key stroke="u" />
            </Button>
          )}
          {person && (
            <Button variant="default" onClick={() => stop.mutate()}>
              Pause
              <Key stroke="p" />
            </Button>
          )}
        </>
      }
    >
      <Waiting desk={desk} />
      <div aria-live="polite">
        {person ? (
          <Calling key={person.member} desk={desk} person={person} record={acts.record} />
        ) : (
          <section className="empty">
            <Nobody desk={desk} />
            {may_take && (
              <Button loading={take.isPending} onClick={() => take.mutate()}>
                Take the next person
                <Key stroke="n" />
              </Button>
            )}
          </section>
        )}
      </div>
    </Page>
  );
}

const Key = ({ stroke }: { stroke: string }) => (
  <span className="call-key" aria-hidden="true">
    <Stroke stroke={stroke} />
  </span>
);

const waiting_in = (desk: CallDesk) => desk.due_count + desk.not_called_count + desk.again_count;

function Waiting({ desk }: { desk: CallDesk }) {
  const reader = useReader();
  return (
    <p className="call-queue" aria-label="Still to call">
      <span>{count_of(desk.due_count, "call-back due", "call-backs due", reader)}</span>
      <span>{desk.not_called_count} never called</span>
      <span>{desk.again_count} to try again</span>
      {desk.next_call_back_at && <span>next call-back {format_instant(desk.next_call_back_at, reader)}</span>}
    </p>
  );
}

function Nobody({ desk }: { desk: CallDesk }) {
  const reader = useReader();
  if (desk.why_not) return <strong>{desk.why_not}</strong>;
  if (waiting_in(desk) > 0) return <strong>Ready when you are.</strong>;
  return (
    <>
      <strong>Nobody is to be called now.</strong>
      <p>
        {desk.next_call_back_at
          ? `The next call-back is on ${format_instant(desk.next_call_back_at, reader)}; who did not answer is tried again after four hours.`
          : "Who did not answer is tried again after four hours; whoever keeps the list can add people."}
      </p>
    </>
  );
}

interface CallingProps {
  desk: CallDesk;
  person: CalledPerson;
  record: (body: object) => Promise<unknown>;
}

function Calling({ desk, person, record }: CallingProps) {
  const [asked, ask] = useState<Outcome | null>(null);
  const act = useAct(record, { in_turn: "call" });
  const choose = (outcome: Outcome) => {
    if (outcome.asks) return ask(outcome);
    if (!act.isPending) act.mutate({ member: person.member, outcome: outcome.name });
  };
  const keys = outcomes.map((outcome) => [outcome.key, { label: outcome.label, run: () => choose(outcome) }]);
  useKeys(Object.fromEntries(keys), "What came of the call");
  return (
    <div className="call-desk">
      <section className="panel call-who" aria-label="Who">
        <Who person={person} />
        <div className="call-outcomes" role="group" aria-label="What came of it">
          {outcomes.map((outcome) => (
            <Button key={outcome.name} variant="default" disabled={act.isPending} onClick={() => choose(outcome)}>
              {outcome.label}
              <Key stroke={outcome.key} />
            </Button>
          ))}
        </div>
        {asked && <Asking outcome={asked} person={person} record={record} close={() => ask(null)} />}
      </section>
      <div>
        <section className="panel" aria-label="Script">
          <h2>Script</h2>
          <p className="call-script">{desk.script || "There is no script. Whoever keeps the list can write one."}</p>
        </section>
        <section className="panel" aria-label="What was done before">
          <h2>What was done before</h2>
          <Before events={person.events} />
        </section>
      </div>
    </div>
  );
}

function Who({ person }: { person: CalledPerson }) {
  const reader = useReader();
  return (
    <>
      <h2>
        <Link href={`/contacts/${person.contact}`}>{person.name}</Link>
      </h2>
      <p>{[person.title, person.account_name, person.territory_name].filter(Boolean).join(" · ")}</p>
      {person.phone ? (
        <a className="call-phone" href={tel_of(person.phone)}>
          {person.phone}
        </a>
      ) : (
        <p>No number is known any more.</p>
      )}
      {person.email && <p className="quiet">{person.email}</p>}
      {person.call_count > 0 && (
        <p className="quiet">
          {`${count_of(person.call_count, "call", "calls", reader)} before, the last one: ${words_of(person.state).toLowerCase()}`}
          {person.call_back_at && ` at ${format_instant(person.call_back_at, reader)}`}
        </p>
      )}
      {person.opportunity && (
        <p>
          Open lead: <Link href={`/opportunities/${person.opportunity}`}>{person.opportunity_name}</Link>
        </p>
      )}
      {person.why_not && (
        <p className="call-note" role="note">
          {person.why_not} Say what came of this call, and call no more.
        </p>
      )}
      {person.wish && (
        <p className="call-note" role="note">
          {person.wish === "agrees" ? "May be called: " : "Does not want to be called: "}“{person.wish_words}”
        </p>
      )}
    </>
  );
}

/** When to call back, or what was said, in a dialog that has the keyboard. */
function Asking({ outcome, person, record, close }: { outcome: Outcome; person: CalledPerson; record: CallingProps["record"]; close: () => void }) {
  return (
    <Modal opened onClose={close} title={`${person.name}: ${outcome.label.toLowerCase()}`}>
      <Form
        record="call_draft"
        only={[outcome.asks!]}
        value={outcome.asks === "call_back_at" ? { call_back_at: tomorrow_at_nine(new Date()) } : undefined}
        fixed={{ member: person.member, outcome: outcome.name }}
        button="Record it"
        send={record}
        then={close}
        on_cancel={close}
      />
    </Modal>
  );
}

function Before({ events }: { events: CallEvent[] }) {
  const reader = useReader();
  if (events.length === 0) return <p className="quiet">Nothing is on record: this is the first contact.</p>;
  return (
    <ol className="call-events">
      {events.map((event, at) => (
        <li key={at}>
          <time dateTime={event.at}>{format_known(event.at, event.precision, reader)}</time>
          <div>
            <div>{[event.kind, event.words].filter(Boolean).join(": ")}</div>
            <div className="under">
              {event.side && <Side side={event.side} />} {event.person_name}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
