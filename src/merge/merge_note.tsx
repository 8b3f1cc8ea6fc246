// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { MergeDraft, MergeRow, TwoFirmsRow } from "../ui/api.gen";
import { del, post } from "../ui/api";
import { useAddress } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { format_day } from "../ui/format";
import { Pick } from "../ui/pick";
import { useMay, useReader } from "../ui/session";
import { useUndo } from "../ui/undo";

export type Mergeable = MergeRow["record"];

export const homes_of: Record<Mergeable, string> = { account: "/accounts", campaign: "/campaigns", channel: "/channels" };

interface About {
  record: Mergeable;
  id: number;
}

/** What a record counts as, and what counts as it; nothing where it stands for itself alone. */
export function MergeNote({ record, id }: About) {
  const merges = useAddress<{ items: MergeRow[] }>(`/merges?record=${record}&order=at`).data?.items ?? [];
  const told = merges.filter((one) => one.number === id || one.into_number === id);
  if (told.length === 0) return null;
  return (
    <ul className="merge-note" aria-label="Merged">
      {told.map((one) => (
        <li key={one.id}>
          <Told merge={one} is_itself={one.number === id} /> <TakeBack merge={one} />
        </li>
      ))}
    </ul>
  );
}

/** The firms that an account is said not to be, with who said so and when. */
export function TwoFirmsNote({ account }: { account: number }) {
  const told = useAddress<{ items: TwoFirmsRow[] }>(`/two-firms?about=${account}&order=at`).data?.items ?? [];
  const reader = useReader();
  if (told.length === 0) return null;
  return (
    <ul className="merge-note" aria-label="Other firms">
      {told.map((one) => {
        const [number, name] = one.account === account ? [one.other, one.other_name] : [one.account, one.name];
        return (
          <li key={one.id}>
            It is another firm than <Link href={`/accounts/${number}`}>{name}</Link>
            {`: said by ${one.person_name || "somebody"} on ${format_day(one.at, reader, "long")}`}
            {one.why && `, “${one.why}”`}. <TakeBackTwoFirms said={one} other={name} />
          </li>
        );
      })}
    </ul>
  );
}

function TakeBackTwoFirms({ said, other }: { said: TwoFirmsRow; other: string }) {
  const may = useMay();
  const act = useUndo();
  if (!may("merge_records")) return null;
  const undoable = {
    say: `It may be ${other} again.`,
    run: () => del("/two-firms/{id}", undefined, { params: { id: said.id } }),
    undo: () => post("/two-firms", { account: said.account, other: said.other, why: said.why }),
  };
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void act(undoable)} aria-label={`Take back that it is another firm than ${other}`}>
      Take back
    </Button>
  );
}

function Told({ merge, is_itself }: { merge: MergeRow; is_itself: boolean }) {
  const reader = useReader();
  const [number, name] = is_itself ? [merge.into_number, merge.into_name] : [merge.number, merge.name];
  const link = <Link href={`${homes_of[merge.record]}/${number}`}>{name}</Link>;
  return (
    <>
      {is_itself ? <>It counts as {link}</> : <>{link} counts as this one</>}
      {`: said by ${merge.person_name || "somebody"} on ${format_day(merge.at, reader, "long")}`}
      {merge.why && `, “${merge.why}”`}.
    </>
  );
}

export function TakeBack({ merge }: { merge: MergeRow }) {
  const may = useMay();
  const act = useUndo();
  if (!may("merge_records")) return null;
  const { record, number, into_number, why } = merge;
  const undoable = {
    say: `${merge.name} counts as itself again.`,
    run: () => del("/merges/{id}", undefined, { params: { id: merge.id } }),
    undo: () => post("/merges", { record, number, into_number, why }),
  };
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void act(undoable)} aria-label={`Take back that ${merge.name} counts as ${merge.into_name}`}>
      Take back
    </Button>
  );
}

/** Says that the record is another one. */
export function MergeButton({ record, id, name }: About & { name: string }) {
  const may = useMay();
  const merges = useAddress<{ items: MergeRow[] }>(`/merges?record=${record}&order=at`).data?.items ?? [];
  if (!may("merge_records") || merges.some((one) => one.number === id)) return null;
  return (
    <Dialog button="Counts as another…" title={`${name} counts as another ${record}`}>
      {(close) => <MergeForm record={record} id={id} name={name} close={close} />}
    </Dialog>
  );
}

function MergeForm({ record, id, name, close }: About & { name: string; close: () => void }) {
  const [into, set_into] = useState<number | "">("");
  const [why, set_why] = useState("");
  const act = useUndo();
  const draft: MergeDraft = { record, number: id, into_number: Number(into), why };
  const made: { id?: number } = {};
  const undoable = {
    say: `${name} counts as the other one now.`,
    run: async () => {
      made.id = (await post("/merges", draft)).id;
      close();
    },
    undo: () => del("/merges/{id}", undefined, { params: { id: made.id ?? 0 } }),
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== "") void act(undoable);
      }}
    >
      <p>Nothing is changed or lost: whatever names {name} is counted and listed with the other one, in all days, until it is taken back.</p>
      <Pick label={`The ${record} that it is`} path={homes_of[record]} value={into} onChange={set_into} required />
      <Textarea label="Why they are one" value={why} onChange={(event) => set_why(event.currentTarget.value)} maxLength={500} autosize />
      <div className="form-buttons">
        <Button type="submit" disabled={into === ""}>
          They are one
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
