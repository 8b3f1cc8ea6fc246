// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { HandoffRow } from "../ui/api.gen";
import { format_instant, not_known } from "../ui/format";
import { Term } from "../ui/glossary";
import { format_money } from "../ui/money";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { ask_in_words, dialled } from "./handoff_rules";

/** Whom one speaks with: a name, their firm, and how they are reached at a touch. */
export function Who({ row }: { row: HandoffRow }) {
  return (
    <section className="handoff-who" aria-label="Who">
      <p>
        <strong>{row.contact ? <Link href={`/contacts/${row.contact}`}>{row.contact_name || "erased"}</Link> : "No contact is named"}</strong>
        {row.account && (
          <>
            {" at "}
            <Link href={`/accounts/${row.account}`}>{row.account_name}</Link>
          </>
        )}
      </p>
      <div className="handoff-reach">
        {row.contact_phone ? <a href={`tel:${dialled(row.contact_phone)}`}>{row.contact_phone}</a> : <span className="quiet">no telephone number</span>}
        {row.contact_email ? <a href={`mailto:${row.contact_email}`}>{row.contact_email}</a> : <span className="quiet">no e-mail address</span>}
      </div>
    </section>
  );
}

/** What it is about, where it comes from, and why it came to whom it came. */
export function What({ row }: { row: HandoffRow }) {
  const reader = useReader();
  return (
    <section aria-label="What it is">
      <p className="handoff-asked">
        <strong>{ask_in_words(row)}</strong>, asked of <Side side={row.to_side} /> by {row.submitted_by_name}, {format_instant(row.submitted_at, reader)}
      </p>
      {row.note && <blockquote className="handoff-note">{row.note}</blockquote>}
      <dl className="handoff-facts">
        <Fact label="Product">{row.product ? <Link href={`/products/${row.product}`}>{row.product_name}</Link> : not_known}</Fact>
        <Fact label="Value">{row.value ? format_money(row.value, { locale: reader.locale }) : not_known}</Fact>
        <Fact label="Stage">
          <Term name={row.stage} territory={row.territory} />
        </Fact>
        <Fact label="Source">{row.source || not_known}</Fact>
        <Fact label="Campaign">{row.campaign ? <Link href={`/campaigns/${row.campaign}`}>{row.campaign_name}</Link> : not_known}</Fact>
        <Fact label="Territory">{row.territory ? <Link href={`/territories/${row.territory}`}>{row.territory_name}</Link> : not_known}</Fact>
      </dl>
      {row.rule && <p className="handoff-rule quiet">{row.rule}</p>}
      {row.system && row.ask === "take_over" && <p className="quiet">{row.system} keeps the lead: accepting is noted here, its owner changes there.</p>}
    </section>
  );
}

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
