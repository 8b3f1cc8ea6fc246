// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import "./merge.css";
import type { Alike } from "../ui/api.gen";
import { del, post } from "../ui/api";
import { useAddress } from "../ui/data";
import { useMay } from "../ui/session";
import { useUndo } from "../ui/undo";

interface Props {
  account: number | null;
  name: string;
}

/** Somebody named a firm that is perhaps on record already under other words: which one, and that it is that one, or another firm, with its Undo. */
export function PerhapsOne({ account, name }: Props) {
  const may = useMay();
  const found = useAddress<{ items: Alike[] }>(account === null ? null : `/accounts/${account}/alike`).data?.items ?? [];
  if (account === null || found.length === 0) return null;
  return (
    <section className="perhaps-one" aria-label={`Perhaps ${name} is on record already`}>
      <strong>Perhaps {name} is on record already</strong>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <span>
              <Link href={`/accounts/${one.id}`}>{one.name}</Link>
              {one.where && `, ${one.where}`}: {one.why}
            </span>
            {may("merge_records") && (
              <span className="perhaps-acts">
                <ItIsThatOne account={account} name={name} one={one} />
                <AreTwoFirms account={account} name={name} one={one} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {!may("merge_records") && <p className="quiet">A manager of either side, or the liaison, says whether they are one.</p>}
    </section>
  );
}

function ItIsThatOne({ account, name, one }: { account: number; name: string; one: Alike }) {
  const act = useUndo();
  let made = 0;
  const undoable = {
    say: `${name} counts as ${one.name} now.`,
    run: async () => {
      made = (await post("/merges", { record: "account", number: account, into_number: one.id, why: `Found alike: ${one.why}` })).id;
    },
    undo: () => del("/merges/{id}", undefined, { params: { id: made } }),
  };
  return (
    <Button variant="default" size="compact-sm" onClick={() => void act(undoable)} aria-label={`It is that one: ${one.name}`}>
      It is that one
    </Button>
  );
}

/** Neither is proposed as the other any more, until that is taken back. */
function AreTwoFirms({ account, name, one }: { account: number; name: string; one: Alike }) {
  const act = useUndo();
  let made = 0;
  const undoable = {
    say: `${name} and ${one.name} are two firms.`,
    run: async () => {
      made = (await post("/two-firms", { account, other: one.id, why: "" })).id;
    },
    undo: () => del("/two-firms/{id}", undefined, { params: { id: made } }),
  };
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void act(undoable)} aria-label={`It is another firm than ${one.name}`}>
      It is another firm
    </Button>
  );
}
