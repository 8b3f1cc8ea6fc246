// SPDX-License-Identifier: Apache-2.0
import { Button, Select, Textarea, UnstyledButton } from "@mantine/core";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { post } from "../ui/api";
import type { AgreementRemark, AgreementView } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { format_instant } from "../ui/format";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";
import { all_clauses, clause_in_words, is_within } from "./agreement_clauses";

interface Props {
  view: AgreementView;
  /** The clause it is about, with all its parts; "" is the whole agreement. */
  clause: string;
}

/** What was remarked about a clause, and room for a remark. */
export function Discussion({ view, clause }: Props) {
  const may = useMay();
  const [is_open, open] = useState(false);
  const remarks = view.remarks.filter((one) => one.what === "comment" && belongs(one.clause, clause));
  const verb = remarks.length > 0 ? "Answer" : "Comment";
  return (
    <div className="discussion">
      {remarks.length > 0 && (
        <ul className="remarks">
          {remarks.map((one) => (
            <Remark key={one.at + one.text} remark={one} view={view} clause={clause} />
          ))}
        </ul>
      )}
      {is_open ? (
        <RemarkForm view={view} clause={clause} on_close={() => open(false)} />
      ) : (
        may("discuss_agreements") && (
          <UnstyledButton className="text-button no-print" onClick={() => open(true)} aria-label={`${verb} on ${clause ? clause_in_words(view.body_record, clause) : "the whole"}`}>
            {verb}
          </UnstyledButton>
        )
      )}
    </div>
  );
}

const belongs = (clause: string, whole: string) => (whole === "" ? clause === "" : is_within(clause, whole));

function Remark({ remark, view, clause }: Props & { remark: AgreementRemark }) {
  const reader = useReader();
  const about = remark.clause !== clause ? clause_in_words(view.body_record, remark.clause) : "";
  return (
    <li>
      <span className="remark-head">
        <strong>{remark.person}</strong>
        {remark.side !== "none" && <Side side={remark.side} />}
        <span className="quiet">
          {format_instant(remark.at, reader)}
          {about && `, on “${about}”`}
        </span>
      </span>
      <span className="remark-text">{remark.text}</span>
    </li>
  );
}

function RemarkForm({ view, clause, on_close }: Props & { on_close: () => void }) {
  const [text, set_text] = useState("");
  const [about, set_about] = useState(clause);
  const params = { agreement: view.slug, number: view.number };
  const send = useAct(
    () => post("/agreements/{agreement}/versions/{number}/comments", { clause: about, text: text.trim() }, { params }),
    { then: on_close },
  );
  const parts = clause ? all_clauses(view.body_record, view.body).filter((one) => is_within(one, clause)) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) send.mutate();
  };
  const on_key = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape" && !event.defaultPrevented) on_close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="remark-form" onSubmit={submit} onKeyDown={on_key}>
      {parts.length > 1 && (
        <Select
          label="About"
          allowDeselect={false}
          data={parts.map((value) => ({ value, label: clause_in_words(view.body_record, value) }))}
          value={about}
          onChange={(value) => value && set_about(value)}
        />
      )}
      <Textarea label="Comment" autoFocus autosize minRows={2} value={text} onChange={(event) => set_text(event.currentTarget.value)} />
      <div className="form-buttons">
        <Button type="submit" disabled={!text.trim()} loading={send.isPending}>
          Comment
        </Button>
        <Button variant="default" onClick={on_close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const verbs: Record<string, string> = {
  signature: "signed",
  decline: "declined",
  withdrawal: "withdrew",
  reopening: "asked to reopen",
  imposition: "imposed",
};

/** What was done to a version, oldest first; comments on clauses stand at their clauses. */
export function Course({ view }: { view: AgreementView }) {
  const reader = useReader();
  const acts = view.remarks.filter((one) => one.what !== "comment");
  if (acts.length === 0) return null;
  return (
    <ul className="remarks">
      {acts.map((one) => (
        <li key={one.at + one.what + one.person}>
          <span className="remark-head">
            <strong>{one.person}</strong> {verbs[one.what] ?? one.what}
            {one.side !== "none" && <Side side={one.side} />}
            <span className="quiet">{format_instant(one.at, reader)}</span>
          </span>
          {one.text && <span className="remark-text">{one.text}</span>}
        </li>
      ))}
    </ul>
  );
}
