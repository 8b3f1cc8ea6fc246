// SPDX-License-Identifier: Apache-2.0
import { useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { HandoffBar } from "../ui/api.gen";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { HandoffBridge, HandoffSentence } from "./handoff_bridge";
import { JudgedOne, JudgedRows } from "./judged_rows";

function useAsked() {
  const asked = new URLSearchParams(useSearch());
  const as_of = asked.get("as_of") ?? "";
  return { step: asked.get("step") ?? "came", as_of, day: as_of && { as_of } };
}

/** What became of the leads that marketing passed on in a quarter. */
export function HandoffPage(_: PageProps) {
  const { as_of, day } = useAsked();
  const handoff = useData("/handoff", { query: { as_of: as_of || undefined } });
  return (
    <Loaded query={handoff}>
      {(found) => (
        <Page title="Handoff" lead={!found.why && <HandoffSentence handoff={found} />}>
          {found.why ? (
            <Empty title="Nothing can be said of the handoff yet.">{found.why}</Empty>
          ) : (
            <>
              <HandoffBridge handoff={found} />
              <Untouched bar={found.items.find((one) => one.step === "untouched")} day={day} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

/** Whom to call: the leads that the bridge loses because nobody did. */
function Untouched({ bar, day }: { bar: HandoffBar | undefined; day: ReturnType<typeof useAsked>["day"] }) {
  if (!bar?.count.number) return null;
  return (
    <>
      <h2>{bar.name}</h2>
      <JudgedRows path="/handoff/opportunities" held={{ step: bar.step, ...(day || {}) }} is_about_work />
    </>
  );
}

/** The leads behind one of its numbers, as they stood on the day. */
export function HandoffOpportunitiesPage(_: PageProps) {
  const reader = useReader();
  const { step, as_of, day } = useAsked();
  const handoff = useData("/handoff", { query: { as_of: as_of || undefined } });
  return (
    <Loaded query={handoff}>
      {(found) => {
        const bar = found.items.find((one) => one.step === step);
        const days = `${format_day(found.from_day, reader, "long")} to ${format_day(found.to_day, reader, "long")}`;
        return (
          <Page
            title={bar ? `Handoff: ${bar.name.toLowerCase()}` : "Handoff"}
            lead={bar ? `${days}: ${bar.count.formula}.` : found.why}
          >
            <JudgedRows
              path="/handoff/opportunities"
              held={{ step, ...(day || {}) }}
              is_about_work
              empty={<Empty title="None.">No lead of these days came to this.</Empty>}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}

/** One of them, with the working of what it is expected to bring. */
export function HandoffOpportunityPage({ params }: PageProps) {
  const { step, as_of, day } = useAsked();
  const query = { step, ...(day || {}) };
  const row = useData("/handoff/opportunities/{id}", { params: { id: params.id ?? "" }, query });
  const all = { href: url_of("/handoff/opportunities", {}, query), label: "All of them" };
  return <Loaded query={row}>{(found) => <JudgedOne row={found} as_of={as_of} all={all} />}</Loaded>;
}
