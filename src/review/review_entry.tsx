// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { post } from "../ui/api";
import { useAct } from "../ui/data";
import { Pick } from "../ui/pick";
import { ProblemNote } from "../ui/problem";
import { useSession } from "../ui/session";
import { day_after } from "../agreement/agreement_days";
import type { GapName } from "./review_words";

/** What is being written about a gap. */
export type Entry = "decision" | "action";

interface Props {
  review: number;
  gap: GapName | null;
  on_close: () => void;
}

/** What was decided about a gap, in a sentence. */
export function DecisionForm({ review, gap, on_close }: Props) {
  const [decision, set_decision] = useState("");
  const send = useAct(
    () => post("/reviews/{id}/decisions", { ...name_of(gap), decision: decision.trim() }, { params: { id: review } }),
    { then: on_close, is_quiet: true },
  );
  return (
    <EntryForm send={() => send.mutate()} is_busy={send.isPending} error={send.error} on_close={on_close} button="Record the decision" is_ready={decision.trim() !== ""}>
      <Textarea
        label="Decided"
        placeholder="What both sides settled, in a sentence"
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        value={decision}
        onChange={(event) => set_decision(event.currentTarget.value)}
      />
    </EntryForm>
  );
}

/** Who does what by when. A week is the usual time: the next review asks for it. */
export function ActionForm({ review, gap, on_close }: Props) {
  const { today } = useSession();
  const [what, set_what] = useState("");
  const [person, set_person] = useState<number | "">("");
  const [due_on, set_due_on] = useState(day_after(today, 7));
  const send = useAct(
    () => post("/reviews/{id}/actions", { ...name_of(gap), what: what.trim(), person: Number(person), due_on }, { params: { id: review } }),
    { then: on_close, is_quiet: true },
  );
  const is_ready = what.trim() !== "" && person !== "" && due_on !== "";
  return (
    <EntryForm send={() => send.mutate()} is_busy={send.isPending} error={send.error} on_close={on_close} button="Add the action" is_ready={is_ready}>
      <TextInput label="What" placeholder="What is to be done" autoFocus value={what} onChange={(event) => set_what(event.currentTarget.value)} />
      <Pick label="Who" placeholder="Type a name" path="/people" value={person} onChange={set_person} />
      <TextInput label="By when" type="date" min={today} value={due_on} onChange={(event) => set_due_on(event.currentTarget.value)} />
    </EntryForm>
  );
}

const name_of = (gap: GapName | null) => ({ code: gap?.code ?? "", about: gap?.about ?? "" });

interface FormProps {
  send: () => void;
  on_close: () => void;
  is_busy: boolean;
  is_ready: boolean;
  error: Error | null;
  button: string;
  children: ReactNode;
}

/** Escape leaves it; Ctrl or Cmd and Enter records it from anywhere in it. */
function EntryForm({ send, on_close, is_busy, is_ready, error, button, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (is_ready && !is_busy) send();
  };
  const on_key = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape" && !event.defaultPrevented) on_close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="entry" onSubmit={submit} onKeyDown={on_key}>
      <div className="entry-fields">{children}</div>
      {error && <ProblemNote error={error} />}
      <div className="form-buttons">
        <Button type="submit" disabled={!is_ready} loading={is_busy}>
          {button}
        </Button>
        <Button variant="default" onClick={on_close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
