// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { JoinDraft, JoinedJourneyRow, OpportunityRow } from "../ui/api.gen";
import { del, post } from "../ui/api";
import { useAddress } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { format_day } from "../ui/format";
import { Pick } from "../ui/pick";
import { useMay, useReader } from "../ui/session";
import { useUndo } from "../ui/undo";

/** What else a journey was known as, before somebody said that both are one; nothing where it was always one. */
export function JoinNote({ id }: { id: number }) {
  const joined = useAddress<{ items: JoinedJourneyRow[] }>(`/joined-journeys?opportunity=${id}&order=at`).data?.items ?? [];
  if (joined.length === 0) return null;
  return (
    <ul className="merge-note" aria-label="Known as two before">
      {joined.map((one) => (
        <li key={one.id}>
          <Told joined={one} /> {one.was_said_here && <Part joined={one} />}
        </li>
      ))}
    </ul>
  );
}

function Told({ joined }: { joined: JoinedJourneyRow }) {
  const reader = useReader();
  const who = joined.person_name || "the command line";
  const said = joined.was_said_here ? `said by ${who}` : `a file said so, confirmed by ${who}`;
  return (
    <>
      The lead “{joined.kept_name}” and “{joined.gone_name}” were two records and are one journey: {said} on {format_day(joined.at, reader, "long")}
      {joined.why && `, “${joined.why}”`}.
    </>
  );
}

function Part({ joined }: { joined: JoinedJourneyRow }) {
  const may = useMay();
  const act = useUndo();
  if (!may("merge_records")) return null;
  const undoable = {
    say: `“${joined.kept_name}” and “${joined.gone_name}” are two journeys again.`,
    run: () => del("/joined-journeys/{id}", undefined, { params: { id: joined.id } }),
    undo: () => post("/joined-journeys", { lead: joined.opportunity, opportunity: joined.gone, why: joined.why }),
  };
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void act(undoable)} aria-label={`Take apart “${joined.kept_name}” and “${joined.gone_name}”`}>
      Take apart
    </Button>
  );
}

/** Says of which lead an opportunity came, or what a lead became, where no file does. */
export function JoinButton({ row }: { row: OpportunityRow }) {
  const may = useMay();
  if (!may("merge_records") || row.outcome === "lost") return null;
  const is_lead = row.phase === "lead";
  return (
    <Dialog button={is_lead ? "Became an opportunity…" : "Came of a lead…"} title={is_lead ? `What ${row.name} became` : `The lead that ${row.name} came of`}>
      {(close) => <JoinForm row={row} close={close} />}
    </Dialog>
  );
}

function JoinForm({ row, close }: { row: OpportunityRow; close: () => void }) {
  const [other, set_other] = useState<number | "">("");
  const [why, set_why] = useState("");
  const [, go] = useLocation();
  const act = useUndo();
  const is_lead = row.phase === "lead";
  const draft: JoinDraft = { lead: is_lead ? row.id : Number(other), opportunity: is_lead ? Number(other) : row.id, why };
  const made: { id?: number } = {};
  const undoable = {
    say: "Both are one journey now.",
    run: async () => {
      made.id = (await post("/joined-journeys", draft)).id;
      close();
      if (!is_lead) go(`/opportunities/${draft.lead}`);
    },
    undo: () => del("/joined-journeys/{id}", undefined, { params: { id: made.id ?? 0 } }),
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (other !== "") void act(undoable);
      }}
    >
      <p>
        The lead says where it came from and when, the opportunity everything else. What was done about either, and what was
        handed over, is then one journey's; files find it by both identifiers.
      </p>
      <Pick
        label={is_lead ? "The opportunity that it became" : "The lead that it came of"}
        path="/opportunities"
        query={{ phase: is_lead ? "opportunity" : "lead", ...(row.account !== null && { account: String(row.account) }) }}
        value={other}
        onChange={set_other}
        description={row.account === null ? undefined : `Of ${row.account_name}.`}
        required
      />
      <Textarea label="How you know" value={why} onChange={(event) => set_why(event.currentTarget.value)} maxLength={500} autosize />
      <div className="form-buttons">
        <Button type="submit" disabled={other === ""}>
          They are one
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
