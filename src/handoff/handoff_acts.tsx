// SPDX-License-Identifier: Apache-2.0
import { Button, Kbd, Modal, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { Link } from "wouter";
import "./handoff.css";
import { AskMissing } from "../funnel/ask_missing";
import { missing_of, type Missing } from "../funnel/missing";
import { del, post, url_of } from "../ui/api";
import type { EvidenceGiven, HandoffRow, HandoffStepDraft, HandoffStepped, HandoffView } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { useKeys, type Keys } from "../ui/keys";
import { Loaded } from "../ui/loaded";
import { Pick } from "../ui/pick";
import { ProblemNote } from "../ui/problem";
import { tell_problem, useUndo } from "../ui/undo";
import { asks_more, done_in_words, is_asked_again, offers, type StepKind } from "./handoff_rules";

type Draft = Partial<HandoffStepDraft> & { kind: StepKind };
const nothing = { assigned_to: null, text: "", again_on: null, given: null };

export const name_of = (row: HandoffRow) => row.opportunity_name || row.contact_name || `Handoff ${row.id}`;

const send_step = (row: HandoffRow, draft: Draft) =>
  post("/handoffs/{id}/steps", { ...nothing, ...draft, after: row.last_step }, { params: { id: row.id } });

export interface Steps {
  /** Does it at once; a refusal is told, and everything read again, for somebody may have been faster. What the lead lacks is asked for. */
  take: (row: HandoffRow, draft: Draft) => Promise<void>;
  /** Offers to take back what a dialog has sent already. */
  taken: (row: HandoffRow, kind: StepKind, step: HandoffStepped) => void;
  /** Whether it was refused for what the lead lacks: that is asked for then, and it is done with that. */
  asks: (row: HandoffRow, draft: Draft, error: unknown) => boolean;
  /** What asks for it; stands once on the page. */
  dialog: ReactNode;
}

interface Told {
  /** The handoff that something was done about, and by which step. */
  done?: (id: number, kind?: StepKind) => void;
  /** The same, taken back. */
  undone?: (id: number) => void;
}

/** Steps of handoffs, each with its Undo. */
export function useSteps({ done, undone }: Told = {}): Steps {
  const act = useUndo();
  const client = useQueryClient();
  const lacking = useLacking();
  const taken = (row: HandoffRow, kind: StepKind, { step }: HandoffStepped) =>
    act({
      say: done_in_words(kind, name_of(row)),
      run: () => {
        done?.(row.id, kind);
        return Promise.resolve();
      },
      undo: async () => {
        await del("/handoffs/{id}/steps/{step}", undefined, { params: { id: row.id, step } });
        undone?.(row.id);
      },
    });
  const asks = (row: HandoffRow, draft: Draft, error: unknown) =>
    lacking.asks<HandoffStepped>(error, {
      row,
      title: `${offers[draft.kind]?.verb ?? ""}: ${name_of(row)}`,
      button: offers[draft.kind]?.verb ?? "Do it",
      send: (given) => send_step(row, { ...draft, given }),
      then: (step) => void taken(row, draft.kind, step),
    });
  const take = async (row: HandoffRow, draft: Draft) => {
    try {
      await taken(row, draft.kind, await send_step(row, draft));
    } catch (error) {
      void client.invalidateQueries();
      if (!asks(row, draft, error)) tell_problem(error);
    }
  };
  return { take, taken: (row, kind, step) => void taken(row, kind, step), asks, dialog: lacking.dialog };
}

interface Lacking<Result> {
  row: Pick<HandoffRow, "opportunity" | "account">;
  title: string;
  /** What is done then, as a verb. */
  button: string;
  send: (given: EvidenceGiven) => Promise<Result>;
  then: (result: Result) => void;
}

/** Asks on the spot for what a refusal says that a lead lacks. */
export function useLacking(): { asks: <Result>(error: unknown, about: Lacking<Result>) => boolean; dialog: ReactNode } {
  const [asked, ask] = useState<(Lacking<unknown> & { missing: Missing }) | null>(null);
  const close = () => ask(null);
  const asks = <Result,>(error: unknown, about: Lacking<Result>) => {
    const missing = missing_of(error);
    if (missing) ask({ ...(about as Lacking<unknown>), missing });
    return missing !== null;
  };
  const dialog = (
    <Modal opened={asked !== null} onClose={close} title={asked?.title} size="lg">
      {asked && (
        <AskMissing
          record="evidence_given"
          missing={asked.missing}
          lead={asked.row.opportunity}
          account={asked.row.account}
          button={asked.button}
          send={asked.send}
          then={(result) => {
            close();
            asked.then(result);
          }}
          close={close}
        />
      )}
    </Modal>
  );
  return { asks, dialog };
}

interface Props {
  row: HandoffRow;
  kinds: readonly StepKind[];
  steps: Steps;
  /** Something likelier stands before them. */
  is_second?: boolean;
}

/** What can be done about a handoff, each by its key; what needs a reason, a day or words asks for it. */
export function Acts({ row, kinds, steps, is_second = false }: Props) {
  const [asked, ask] = useState<StepKind | null>(null);
  const begin = (kind: StepKind) => (asks_more(kind) ? ask(kind) : void steps.take(row, { kind }));
  const offered = kinds.flatMap((kind) => {
    const offer = offers[kind];
    return offer ? [{ kind, ...offer }] : [];
  });
  const keys: Keys = Object.fromEntries(offered.map(({ kind, verb, stroke }) => [stroke, { label: verb, run: () => begin(kind) }]));
  useKeys(keys, "This handoff");
  const asking = { row, steps, close: () => ask(null) };
  return (
    <>
      {offered.map(({ kind, verb, stroke }, at) => (
        <Button key={kind} variant={at === 0 && !is_second ? "filled" : "default"} onClick={() => begin(kind)} rightSection={<KeyCap stroke={stroke} />}>
          {verb}
        </Button>
      ))}
      <Modal opened={asked !== null} onClose={asking.close} title={asked && `${offers[asked]?.verb ?? ""}: ${name_of(row)}`} size="md">
        {asked === "rejected" && <Reject {...asking} />}
        {asked === "recycled" && <Recycle {...asking} />}
        {asked === "answered" && <Answer {...asking} />}
      </Modal>
    </>
  );
}

/** Leads to where it is said why; marketing has it again then. */
export const HandBack = ({ row }: { row: HandoffRow }) => (
  <Button component={Link} href={url_of("/handoffs/new", {}, { opportunity: row.opportunity })} variant="default">
    Hand it back…
  </Button>
);

/** Hands what came in over to sales, as the agreed rules say, with its Undo. What it lacks is asked for. */
export function HandOn({ row, done, undone }: { row: HandoffRow } & Told) {
  const act = useUndo();
  const lacking = useLacking();
  const send = (given: EvidenceGiven | null) => post("/handoffs", { opportunity: row.opportunity, ask: "take_over", note: "", campaign: row.campaign, assigned_to: null, given });
  const handed_on = (made: HandoffStepped) =>
    act({
      say: `${name_of(row)} is handed over to sales.`,
      run: () => {
        done?.(row.id);
        return Promise.resolve();
      },
      undo: async () => {
        await del("/handoffs/{id}/steps/{step}", undefined, { params: { id: made.id, step: made.step } });
        undone?.(row.id);
      },
    });
  const hand_on = async () => {
    try {
      await handed_on(await send(null));
    } catch (error) {
      const about = { row, title: `Hand over: ${name_of(row)}`, button: "Hand it over", send, then: (made: HandoffStepped) => void handed_on(made) };
      if (!lacking.asks(error, about)) tell_problem(error);
    }
  };
  useKeys({ h: { label: "Hand it over to sales", run: () => void hand_on() } }, "This handoff");
  return (
    <>
      <Button onClick={() => void hand_on()} rightSection={<KeyCap stroke="h" />}>
        Hand over to sales
      </Button>
      {lacking.dialog}
    </>
  );
}

/** The key beside its button; who listens hears the button's words alone. */
export const KeyCap = ({ stroke }: { stroke: string }) => (
  <Kbd size="xs" className="handoff-key" aria-hidden="true">
    {stroke.toUpperCase()}
  </Kbd>
);

interface Asking {
  row: HandoffRow;
  steps: Steps;
  close: () => void;
}

/** One of the agreed reasons, by its number; where none is agreed, words of one's own. */
function Reject({ row, steps, close }: Asking) {
  const view = useAddress<HandoffView>(`/handoffs/${row.id}`);
  const choose = (text: string) => {
    close();
    void steps.take(row, { kind: "rejected", text });
  };
  return (
    <Loaded query={view}>
      {({ reasons, agreement_name }) =>
        reasons.length > 0 ? (
          <>
            <p className="quiet">Why, as agreed in {row.ask === "qualify" ? "the funnel: it is lost then" : agreement_name}. A number chooses.</p>
            <Reasons reasons={reasons} choose={choose} />
          </>
        ) : (
          <Words kind="rejected" label="Why" hint={row.ask === "qualify" ? "It is lost for this reason." : "The other side learns from it."} row={row} steps={steps} close={close} is_required />
        )
      }
    </Loaded>
  );
}

/** Agreed reasons, each by its number. */
export function Reasons({ reasons, choose }: { reasons: readonly string[]; choose: (reason: string) => void }) {
  const list = useRef<HTMLOListElement>(null);
  // They may come a moment after the dialog, which has put the keyboard elsewhere by then.
  useEffect(() => list.current?.querySelector("button")?.focus(), []);
  const on_key = (event: KeyboardEvent<HTMLOListElement>) => {
    const reason = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && reasons[Number(event.key) - 1];
    if (reason) choose(reason);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement) + (event.key === "ArrowDown" ? 1 : -1);
    buttons[Math.min(Math.max(at, 0), buttons.length - 1)]?.focus();
  };
  return (
    <ol ref={list} className="handoff-reasons" onKeyDown={on_key}>
      {reasons.map((reason, at) => (
        <li key={reason}>
          <Button
            variant="default"
            fullWidth
            justify="space-between"
            data-autofocus={at === 0 || undefined}
            onClick={() => choose(reason)}
            rightSection={at < 9 && <KeyCap stroke={String(at + 1)} />}
          >
            {reason}
          </Button>
        </li>
      ))}
    </ol>
  );
}

const Answer = (asking: Asking) => (
  <>
    {asking.row.note && <blockquote className="handoff-note">{asking.row.note}</blockquote>}
    <Words kind="answered" label={is_asked_again(asking.row) ? "What came of it" : "Your answer"} hint={is_asked_again(asking.row) ? "It stands with the lead." : `${asking.row.submitted_by_name} reads it with the lead.`} is_required {...asking} />
  </>
);

function Recycle(asking: Asking) {
  const [again_on, set_day] = useState("");
  return (
    <Words kind="recycled" label="What to wait for" hint="Stands with the lead when it comes back." more={{ again_on: again_on || null }} {...asking}>
      <TextInput
        type="date"
        label="When it comes back"
        description="Left empty: after as long as agreed."
        data-autofocus
        value={again_on}
        onChange={(event) => set_day(event.currentTarget.value)}
      />
    </Words>
  );
}

interface WordsProps extends Asking {
  kind: StepKind;
  label: string;
  hint: string;
  is_required?: boolean;
  more?: Partial<HandoffStepDraft>;
  children?: ReactNode;
}

/** Words and what else a step needs; what is refused is said in place, so that nothing typed is lost. */
function Words({ row, steps, close, kind, label, hint, is_required = false, more, children }: WordsProps) {
  const client = useQueryClient();
  const [text, set_text] = useState("");
  const [error, set_error] = useState<unknown>(null);
  const [is_busy, set_busy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    set_busy(true);
    try {
      const step = await send_step(row, { kind, text, ...more });
      close();
      steps.taken(row, kind, step);
    } catch (failed) {
      if (steps.asks(row, { kind, text, ...more }, failed)) return close();
      set_error(failed);
      void client.invalidateQueries();
    } finally {
      set_busy(false);
    }
  };
  const on_key = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="form" onSubmit={(event) => void send(event)} onKeyDown={on_key} noValidate>
      {children}
      <Textarea
        label={label}
        description={hint}
        required={is_required}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={kind === "rejected" ? 300 : 2000}
        data-autofocus={children ? undefined : true}
        value={text}
        onChange={(event) => set_text(event.currentTarget.value)}
      />
      {error !== null && <ProblemNote error={error} />}
      <div className="form-buttons">
        <Button type="submit" loading={is_busy}>
          {offers[kind]?.verb}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Gives it to somebody of the receiving side who has not left, also what was accepted and nobody has spoken with. */
export function Give({ row, first_had_at, steps }: { row: HandoffRow; first_had_at: string | null; steps: Steps }) {
  const [is_open, set_open] = useState(false);
  const [person, set_person] = useState<number | "">("");
  const give = () => {
    set_open(false);
    if (person !== "") void steps.take(row, { kind: "assigned", assigned_to: person });
  };
  return (
    <>
      <Button variant="default" onClick={() => set_open(true)}>
        Give it to…
      </Button>
      <Modal opened={is_open} onClose={() => set_open(false)} title={`Give ${name_of(row)} to somebody`} size="md">
        <div className="form">
          <Pick label="Who gets it" path="/people" query={{ side: row.to_side, left_on: "" }} value={person} onChange={set_person} required />
          <p className="quiet">
            {row.state === "accepted"
              ? "The lead goes with it, and the time to speak with them runs on: it began when somebody first had it."
              : first_had_at
                ? "The time to answer runs on: it began when somebody first had it."
                : "The time to answer begins now."}
          </p>
          <div className="form-buttons">
            <Button onClick={give} disabled={person === ""}>
              Give it to them
            </Button>
            <Button variant="default" onClick={() => set_open(false)}>
              Cancel
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
