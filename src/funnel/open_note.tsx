// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "wouter";
import { url_of } from "../ui/api";
import type { OpportunityRow } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { count_of } from "../ui/format";

const shown_max = 5;

/** Whom the draft is about, with how much is open about them already: the contact, else the account. */
export function asked_of(typed: Record<string, unknown>): Record<string, string> | null {
  const whom = typed.contact ? "contact" : typed.account ? "account" : null;
  return whom && { [whom]: String(typed[whom]), outcome: "open", order: "-created_on", limit: String(shown_max) };
}

/** What is open about the contact or the account that a new lead or opportunity names, before there are two. */
export function OpenNote({ typed }: { typed: Record<string, unknown> }) {
  const asked = asked_of(typed);
  const [address] = useDebouncedValue(asked && url_of("/opportunities", {}, asked), 250);
  const found = useAddress<{ items: OpportunityRow[]; total: number }>(address).data;
  if (!found || !asked || address === null || found.items.length === 0) return null;
  const { contact_name, account_name } = found.items[0]!;
  const more = found.total - found.items.length;
  return (
    <div className="panel" role="status">
      <strong>{(asked.contact ? contact_name : account_name) || "This one"} has {count_of(found.total, "open journey", "open journeys")} already</strong>
      <ul>
        {found.items.map((one) => (
          <li key={one.id}>
            <Link href={`/opportunities/${one.id}`}>{one.name || one.key || `Opportunity ${one.id}`}</Link>, {one.phase === "lead" ? "a lead" : "an opportunity"} in {one.stage}
            {one.owner_name && `, ${one.owner_name}`}
          </li>
        ))}
        {more > 0 && (
          <li>
            <Link href={url_of("/opportunities", {}, { ...asked, order: null, limit: null })}>{more} more</Link>
          </li>
        )}
      </ul>
    </div>
  );
}
