// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation, useSearch } from "wouter";
import "./handoff.css";
import { del, post } from "../ui/api";
import type { HandoffDraft, HandoffRow, HandoffStepped, OpportunityRow } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Form, type Source } from "../ui/form";
import { format_instant } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { Pick } from "../ui/pick";
import { Fields } from "../ui/record";
import { useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { useLacking } from "./handoff_acts";
import { asker_in_words, fate_in_words } from "./handoff_rules";

/** Hands a lead to the other side, or asks it for something about it: `?opportunity=17`. */
export function HandOverPage(_: PageProps) {
  const id = Number(new URLSearchParams(useSearch()).get("opportunity")) || null;
  const [, go] = useLocation();
  const lead = useAddress<OpportunityRow>(id === null ? null : `/opportunities/${id}`);
  return (
    <Page title="Hand over" lead="To the other side: it goes to whoever the agreed rules choose, and its time to be answered begins.">
      <div className="form handoff-which">
        <Pick label="Which lead" path="/opportunities" query={{ outcome: "open" }} value={id} onChange={(chosen) => go(`/handoffs/new${chosen === "" ? "" : `?opportunity=${chosen}`}`, { replace: true })} required />
      </div>
      {id !== null && <Loaded query={lead}>{(row) => <OfLead key={row.id} row={row} />}</Loaded>}
    </Page>
  );
}

/** What one side asks the other: marketing gives leads to sales, sales gives back what is not ripe. */
export const asks = {
  sales: ["nurture", "information"],
  marketing: ["take_over", "information"],
} as const;
export const ask_words: Record<string, string> = {
  take_over: "To take it over",
  nurture: "To nurture it until it is ripe",
  information: "A question about it",
};

function OfLead({ row }: { row: OpportunityRow }) {
  const { person } = useSession();
  const [, go] = useLocation();
  const act = useUndo();
  const lacking = useLacking();
  const lead = `/opportunities/${row.id}`;
  const offered = person.side === "sales" ? asks.sales : asks.marketing;
  const receiving = person.side === "sales" ? "marketing" : "sales";
  const sources: Record<string, Source> = {
    ask: { values: offered.map((ask) => ({ value: ask, label: ask_words[ask] ?? ask })) },
    assigned_to: { path: "/people", label: "name", query: { side: receiving, left_on: "" }, placeholder: "As the rules say" },
    campaign: { path: "/campaigns", label: "name", placeholder: "As its form or its source says" },
  };
  const sent = ({ id, step }: HandoffStepped) => {
    go(`/handoffs/${id}`);
    const undo = async () => {
      // The handoff is no more afterwards, so its page is left before.
      go(lead);
      await del("/handoffs/{id}/steps/{step}", undefined, { params: { id, step } });
    };
    void act({ say: `${row.name} is handed over.`, run: () => Promise.resolve(), undo });
  };
  // What the lead lacks is asked for on the spot; what it was refused for stays beside the form until then.
  const send = async (body: HandoffDraft) => {
    try {
      return await post("/handoffs", body);
    } catch (error) {
      lacking.asks<HandoffStepped>(error, { row: { opportunity: row.id, account: row.account }, title: `Hand over: ${row.name}`, button: "Hand it over", send: (given) => post("/handoffs", { ...body, given }), then: sent });
      throw error;
    }
  };
  return (
    <div className="record">
      <div>
        {row.outcome === "won" ? (
          <Empty title="It is won: there is nothing left to hand over." />
        ) : (
          <Form<HandoffStepped>
            record="handoff_draft"
            only={["ask", "assigned_to", "note", "campaign"]}
            needed={["ask"]}
            value={{ ask: offered[0] }}
            fixed={{ opportunity: row.id }}
            sources={sources}
            button="Hand it over"
            send={send}
            then={sent}
          />
        )}
        {lacking.dialog}
        <h2>Handed over before</h2>
        <Before row={row} />
      </div>
      <aside className="panel" aria-label="The lead">
        <h2>
          <Link href={lead}>{row.name || row.key || `Opportunity ${row.id}`}</Link>
        </h2>
        <Fields record="opportunity_row" value={{ ...row }} only={["stage", "contact_name", "account_name", "product_name", "value", "source", "owner_name", "territory_name"]} />
        <p className="quiet handoff-by">
          What the lead lacks is added <Link href={lead}>on its page</Link>.
        </p>
      </aside>
    </div>
  );
}

function Before({ row }: { row: OpportunityRow }) {
  const reader = useReader();
  return (
    <List<HandoffRow>
      path="/handoffs"
      record="handoff_row"
      order="-submitted_at"
      fixed={{ opportunity: row.id }}
      is_in_url={false}
      words={["handoff", "handoffs"]}
      filters={["state", "ask"]}
      columns={[
        { field: "submitted_at", label: "When", show: (one) => format_instant(one.submitted_at, reader), under: asker_in_words },
        { field: "ask", show: (one) => words_of(one.ask) },
        { field: "state", label: "What became of it", show: fate_in_words },
      ]}
      empty={<p className="quiet">Never.</p>}
    />
  );
}
