// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { del, post } from "../ui/api";
import type { HandedOver, HandoffLeft, OpportunityRow } from "../ui/api.gen";
import { Form, type Source } from "../ui/form";
import { count_of } from "../ui/format";
import { useReader, useSession } from "../ui/session";
import { tell, useUndo } from "../ui/undo";
import { ask_words, asks } from "./hand_over";

interface Props {
  rows: readonly OpportunityRow[];
  name_of: (row: OpportunityRow) => string;
  clear: () => void;
}

/** Hands all that are chosen to the other side, and says which ones were left and why. */
export function HandOverMany(props: Props) {
  const [is_open, open] = useState(false);
  const [left, set_left] = useState<readonly HandoffLeft[] | null>(null);
  const close = () => {
    open(false);
    // Those that were left stay chosen no more than the others: what they lack is mended on their pages.
    if (left) props.clear();
    set_left(null);
  };
  return (
    <>
      <Button variant="default" onClick={() => open(true)}>
        Hand over
      </Button>
      <Modal opened={is_open} onClose={close} title="Hand over" size="lg">
        {left ? <Left {...props} left={left} close={close} /> : <Choose {...props} close={close} set_left={set_left} />}
      </Modal>
    </>
  );
}

function Choose({ rows, clear, close, set_left }: Props & { close: () => void; set_left: (left: readonly HandoffLeft[]) => void }) {
  const { person } = useSession();
  const reader = useReader();
  const act = useUndo();
  const offered = person.side === "sales" ? asks.sales : asks.marketing;
  const receiving = person.side === "sales" ? "marketing" : "sales";
  const sources: Record<string, Source> = {
    ask: { values: offered.map((ask) => ({ value: ask, label: ask_words[ask] ?? ask })) },
    assigned_to: { path: "/people", label: "name", query: { side: receiving, left_on: "" }, placeholder: "As the rules say, each" },
  };
  const sent = ({ step, handed_over, refused }: HandedOver) => {
    const say = `${count_of(handed_over.length, "lead is", "leads are", reader)} handed over.`;
    const undo = async () => {
      const { stayed } = await del("/handoffs/together/{step}", undefined, { params: { step } });
      if (stayed.length > 0) tell(`${count_of(stayed.length, "lead stays", "leads stay", reader)} handed over: somebody has acted on it meanwhile.`);
    };
    if (step !== 0) void act({ say, run: () => Promise.resolve(), undo });
    if (refused.length > 0) return set_left(refused);
    close();
    clear();
  };
  return (
    <Form<HandedOver>
      record="handoffs_draft"
      only={["ask", "assigned_to", "note"]}
      value={{ ask: offered[0] }}
      fixed={{ opportunities: rows.map((row) => row.id) }}
      sources={sources}
      button={`Hand over ${count_of(rows.length, "lead", "leads", reader)}`}
      send={(body) => post("/handoffs/together", body)}
      then={sent}
      on_cancel={close}
    />
  );
}

/** Each by its name, with the rule that says why it was left. */
function Left({ rows, name_of, left, close }: Props & { left: readonly HandoffLeft[]; close: () => void }) {
  const reader = useReader();
  return (
    <div role="status">
      <p>
        <strong>{count_of(left.length, "lead was", "leads were", reader)} not handed over:</strong>
      </p>
      <ul>
        {left.map((one) => {
          const row = rows.find((row) => row.id === one.opportunity);
          return (
            <li key={one.opportunity}>
              <Link href={`/opportunities/${one.opportunity}`}>{row ? name_of(row) : `Opportunity ${one.opportunity}`}</Link>: {one.message}
              {one.detail && ` ${one.detail}`}
            </li>
          );
        })}
      </ul>
      <div className="form-buttons">
        <Button onClick={close} data-autofocus>
          Done
        </Button>
      </div>
    </div>
  );
}
