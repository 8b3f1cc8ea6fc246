// SPDX-License-Identifier: Apache-2.0
import { useSearch } from "wouter";
import type { ClosedJourney } from "../ui/api.gen";
import { format_day } from "../ui/format";
import { Term } from "../ui/glossary";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";

/** The journeys that a win rate counts: closed by a day, after they stood in a stage. */
export function ClosedJourneysPage(_: PageProps) {
  const reader = useReader();
  const asked = new URLSearchParams(useSearch());
  const stage = asked.get("stage");
  const as_of = asked.get("as_of");
  return (
    <Page
      title="Closed journeys"
      lead={
        <>
          Won or lost{as_of && ` by the end of ${format_day(as_of, reader, "long")}`}
          {stage && (
            <>
              , after they stood in <Term name={stage} />
            </>
          )}
          : what the win rate counts.
        </>
      }
    >
      <List<ClosedJourney>
        path="/closed-journeys"
        record="closed_journey"
        order="-close_on"
        held={{ ...(stage && { stage }), ...(as_of && { as_of }) }}
        words={["journey", "journeys"]}
        link={(row) => `/opportunities/${row.id}`}
        columns={[{ field: "name", under: (row) => row.account_name }, "outcome", { field: "close_on", label: "Closed on" }, "owner_name", "territory_name", "value"]}
        filters={["outcome", "account", "owner", "territory", "value", "close_on"]}
      />
    </Page>
  );
}
