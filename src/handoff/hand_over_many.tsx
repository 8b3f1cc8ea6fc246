// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import "./handoff.css";
import { del, post } from "../ui/api";
import type { HandedOver, HandoffLeft, HandoffsDraft, HandoffsForeseen, OpportunityRow } from "../ui/api.gen";
import { Form, type Source } from "../ui/form";
import { count_of } from "../ui/format";
import { Named } from "../ui/named";
import { ProblemNote } from "../ui/problem";
import { useReader, useSession } from "../ui/session";
import { tell, useUndo } from "../ui/undo";
import { ask_words, asks } from "./hand_over";

interface Props<T> {
  rows: readonly T[];
  name_of: (row: T) => string;
  clear: () => void;
}

interface Row {
  id: OpportunityRow["id"];
}

/** Hands all that are chosen to the other side: who would get which and what would be left is said before, and after it what was left
 * all the same. */
export function HandOverMany<T extends Row>(props: Props<T>) {
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

interface Asked {
  ask: NonNullable<HandoffsDraft["ask"]>;
  assigned_to: number | null;
}

function Choose<T extends Row>(props: Props<T> & { close: () => void; set_left: (left: readonly HandoffLeft[]) => void }) {
  const { rows, clear, close, set_left } = props;
  const { person } = useSession();
  const reader = useReader();
  const act = useUndo();
  const offered = person.side === "sales" ? asks.sales : asks.marketing;
  const receiving = person.side === "sales" ? "marketing" : "sales";
  const [asked, ask] = useState<Asked>({ ask: offered[0], assigned_to: null });
  const foreseen = useForeseen(rows, asked);
  const going = foreseen.data?.going;
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
  // What would be refused has been said: only what goes is sent, so that whatever is refused then is news.
  const sending = going ? going.map((one) => one.opportunity) : rows.map((row) => row.id);
  return (
    <Form<HandedOver>
      record="handoffs_draft"
      only={["ask", "assigned_to", "note"]}
      needed={asked.ask === "information" ? ["note"] : []}
      value={{ ask: offered[0] }}
      fixed={{ opportunities: sending }}
      sources={sources}
      can_send={sending.length > 0}
      button={`Hand over ${count_of(sending.length, "lead", "leads", reader)}`}
      on_change={({ ask: what, assigned_to }) => ask({ ask: what as Asked["ask"], assigned_to: (assigned_to ?? null) as number | null })}
      send={(body) => post("/handoffs/together", body)}
      then={sent}
      on_cancel={close}
    >
      <Foreseen rows={rows} name_of={props.name_of} foreseen={foreseen.data} error={foreseen.error} />
    </Form>
  );
}

/** What it would do, asked anew when what is asked, or of whom, changes; words change nothing of it. */
function useForeseen<T extends Row>(rows: readonly T[], { ask, assigned_to }: Asked) {
  const opportunities = rows.map((row) => row.id);
  return useQuery({
    queryKey: ["handoffs foreseen", opportunities, ask, assigned_to],
    // A question has its words by the time it is sent.
    queryFn: () => post("/handoffs/together/foreseen", { opportunities, ask, assigned_to, note: ask === "information" ? "?" : "" }),
    placeholderData: keepPreviousData,
  });
}

interface OfRows<T> {
  rows: readonly T[];
  name_of: (row: T) => string;
}

/** Who gets how many and why, then what would be left and why. */
function Foreseen<T extends Row>({ foreseen, error, ...named }: OfRows<T> & { foreseen: HandoffsForeseen | undefined; error: unknown }) {
  const reader = useReader();
  if (error) return <ProblemNote error={error} />;
  if (!foreseen) return <p className="quiet">Looking at who would get them…</p>;
  const { going, refused } = foreseen;
  return (
    <section className="foreseen" aria-label="What it will do" tabIndex={0}>
      {[...grouped(going, (one) => String(one.assigned_to ?? ""))].map(([to, those]) => (
        <div key={to}>
          <p>
            <strong>{to === "" ? "Nobody yet" : <Named path="/people" id={to} />}</strong>: {count_of(those.length, "lead", "leads", reader)}
          </p>
          <ul>
            {[...grouped(those, (one) => one.rule)].map(([rule, of_rule]) => (
              <li key={rule}>
                {rule} <span className="quiet">{of_rule.map((one) => name_in(named, one.opportunity)).join("; ")}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {refused.length > 0 && <LeftList {...named} left={refused} say={count_of(refused.length, "lead stays:", "leads stay:", reader)} />}
    </section>
  );
}

function grouped<T>(all: readonly T[], key_of: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key_of(one), [...(groups.get(key_of(one)) ?? []), one]);
  return groups;
}

function name_in<T extends Row>({ rows, name_of }: OfRows<T>, id: number): string {
  const row = rows.find((row) => row.id === id);
  return row ? name_of(row) : `Opportunity ${id}`;
}

/** Each by its name, with the rule that says why it was left. */
const LeftList = <T extends Row>({ left, say, ...named }: OfRows<T> & { left: readonly HandoffLeft[]; say: string }) => (
  <>
    <p>
      <strong>{say}</strong>
    </p>
    <ul>
      {left.map((one) => (
        <li key={one.opportunity} data-left>
          <Link href={`/opportunities/${one.opportunity}`}>{name_in(named, one.opportunity)}</Link>: {one.message}
          {one.detail && ` ${one.detail}`}
        </li>
      ))}
    </ul>
  </>
);

function Left<T extends Row>({ rows, name_of, left, close }: OfRows<T> & { left: readonly HandoffLeft[]; close: () => void }) {
  const reader = useReader();
  return (
    <div role="status">
      <LeftList rows={rows} name_of={name_of} left={left} say={count_of(left.length, "lead was not handed over:", "leads were not handed over:", reader)} />
      <div className="form-buttons">
        <Button onClick={close} data-autofocus>
          Done
        </Button>
      </div>
    </div>
  );
}
