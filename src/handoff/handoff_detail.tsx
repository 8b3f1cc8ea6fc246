// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import { PerhapsOne } from "../merge/perhaps_one";
import type { HandoffRow } from "../ui/api.gen";
import { format_instant, not_known } from "../ui/format";
import { Term } from "../ui/glossary";
import { format_money } from "../ui/money";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { tel_of } from "../ui/telephone";
import { ask_in_words, asker_in_words, not_to_be_reached } from "./handoff_rules";

interface WhoProps {
  row: HandoffRow;
  why_not_called: string;
  why_not_written: string;
}

/** Whom one speaks with: a name, their firm, and how they are reached at a touch; what they asked not to be reached by is only read. */
export function Who({ row, why_not_called, why_not_written }: WhoProps) {
  const not_by = not_to_be_reached(row, why_not_called, why_not_written);
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
        <Phone row={row} may_call={!why_not_called} />
        <Email row={row} may_write={!why_not_written} />
      </div>
      {not_by.map(({ what, why }) => (
        <p key={what} className="handoff-no-calls" role="note">
          <strong>{what}</strong> {why}
        </p>
      ))}
      <PerhapsOne account={row.account} name={row.account_name} />
    </section>
  );
}

function Phone({ row, may_call }: { row: HandoffRow; may_call: boolean }) {
  if (!row.contact_phone) return <span className="quiet">no telephone number</span>;
  return may_call ? <a href={tel_of(row.contact_phone)}>{row.contact_phone}</a> : <s className="quiet">{row.contact_phone}</s>;
}

function Email({ row, may_write }: { row: HandoffRow; may_write: boolean }) {
  if (!row.contact_email) return <span className="quiet">no e-mail address</span>;
  return may_write ? <a href={`mailto:${row.contact_email}`}>{row.contact_email}</a> : <s className="quiet">{row.contact_email}</s>;
}

/** What it is about, where it comes from, and why it came to whom it came. */
export function What({ row, they_wrote }: { row: HandoffRow; they_wrote: readonly string[] }) {
  const reader = useReader();
  return (
    <section aria-label="What it is">
      <p className="handoff-asked">
        <strong>{ask_in_words(row)}</strong>, asked of <Side side={row.to_side} /> {row.submitted_by === null ? "since it came in" : asker_in_words(row)}, {format_instant(row.submitted_at, reader)}
      </p>
      {row.note && <blockquote className="handoff-note">{row.note}</blockquote>}
      {they_wrote.length > 0 && (
        <ul className="handoff-wrote" aria-label={`What ${row.contact_name || "they"} wrote`}>
          {they_wrote.map((words, at) => (
            <li key={at}>“{words}”</li>
          ))}
        </ul>
      )}
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
