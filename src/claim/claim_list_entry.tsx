// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { post } from "../ui/api";
import { useAct } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { count_of } from "../ui/format";
import { ProblemNote } from "../ui/problem";
import { useReader, useSession } from "../ui/session";
import { rows_in } from "./claim_rows";

/** The list behind a number, copied from the side's own spreadsheet. */
export function GiveList({ claim }: { claim: number }) {
  return (
    <Dialog button="Give its list" letter="l">
      {(close) => <ListEntry claim={claim} on_close={close} />}
    </Dialog>
  );
}

function ListEntry({ claim, on_close }: { claim: number; on_close: () => void }) {
  const { company } = useSession();
  const reader = useReader();
  const [text, set_text] = useState("");
  const { rows, problems } = rows_in(text, company?.currency ?? "USD");
  const send = useAct(() => post("/claims/{id}/items", { items: rows }, { params: { id: claim } }), { then: on_close, is_quiet: true });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Textarea
        label="Rows from your spreadsheet, headings included"
        description="ID, name, e-mail, company, date, amount and currency are read; other columns are not. An e-mail address only finds the lead, and is not kept."
        data-autofocus
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => set_text(event.currentTarget.value)}
      />
      {problems.length > 0 && (
        <ul role="status">
          {problems.slice(0, 5).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > 5 && <li>and {count_of(problems.length - 5, "more cell", "more cells", reader)}</li>}
        </ul>
      )}
      {send.error && <ProblemNote error={send.error} />}
      <p className="claims-bridge-buttons">
        <Button type="submit" loading={send.isPending} disabled={rows.length === 0 || problems.length > 0}>
          {rows.length === 0 ? "Add the rows" : `Add ${count_of(rows.length, "row", "rows", reader)}`}
        </Button>
        <Button variant="default" onClick={on_close}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
