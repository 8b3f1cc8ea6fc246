// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import "./lead_form.css";
import type { FormEntryRow } from "../ui/api.gen";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { format_instant } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useReader } from "../ui/session";

/** What came in by forms, of all of them or of one: `?form=3`. */
export function FormEntriesPage(_: PageProps) {
  return (
    <Page
      title="Filled in forms"
      lead="Who filled in a form, what they typed and agreed to, and what came of it. What a machine sent, and what nobody confirmed in time, is not kept."
    >
      <Entries
        with_form
        empty={
          <Empty title="Nobody has filled in a form yet.">
            Put one of your <Link href="/lead-forms">forms</Link> on your site; whoever fills it in stands here and is a lead.
          </Empty>
        }
      />
    </Page>
  );
}

interface EntriesProps {
  fixed?: { form: number };
  is_in_url?: boolean;
  /** Whether it says which form, where there are several. */
  with_form?: boolean;
  empty: ReactNode;
}

/** Entries as a list: each leads to its page. */
export function Entries({ fixed, is_in_url = true, with_form = false, empty }: EntriesProps) {
  const reader = useReader();
  return (
    <List<FormEntryRow>
      path="/form-entries"
      record="form_entry_row"
      order="-at"
      fixed={fixed}
      is_in_url={is_in_url}
      words={["entry", "entries"]}
      columns={[
        { field: "at", label: "Came in", under: (row) => (row.asked_at ? `confirmed; filled in ${format_instant(row.asked_at, reader)}` : "") },
        ...(with_form ? [{ field: "form_name", label: "Form", show: (row: FormEntryRow) => <Link href={`/lead-forms/${row.form}`}>{row.form_name}</Link> }] : []),
        {
          field: "contact_name",
          label: "Who",
          show: (row) => (row.contact ? <Link href={`/contacts/${row.contact}`}>{row.contact_name || "erased"}</Link> : "—"),
          under: (row) => [row.is_new_contact ? "new" : "known before", typed_in_words(row)].filter(Boolean).join("; "),
        },
        { field: "account_name", label: "Account", show: (row) => (row.account ? <Link href={`/accounts/${row.account}`}>{row.account_name}</Link> : "—") },
        {
          field: "opportunity_name",
          label: "Lead",
          show: (row) => (row.opportunity ? <Link href={`/opportunities/${row.opportunity}`}>{row.opportunity_name}</Link> : "—"),
          under: (row) => (row.is_new_lead ? "new" : "was open already"),
        },
        { field: "handoff_state", label: "Handoff", can_sort: false, show: handoff_of, under: (row) => (row.handoff ? row.handoff_person_name || "nobody has it" : "") },
        { field: "consent", label: "Agreed to", is_second: true, show: (row) => row.consent || <span className="quiet">nothing</span> },
      ]}
      filters={["at", ...(with_form ? ["form"] : []), "is_new_contact", "is_new_lead", "handoff_state", "handoff_person", "account", "territory"]}
      empty={empty}
    />
  );
}

const handoff_of = (row: FormEntryRow) =>
  row.handoff && row.handoff_state ? <Link href={`/handoffs/${row.handoff}`}>{words_of(row.handoff_state)}</Link> : <span className="quiet">none</span>;

/** What was typed, where the records that it led to say something else. */
function typed_in_words(row: FormEntryRow): string {
  const typed = [row.typed_name, row.typed_email, row.typed_phone, row.typed_company].filter(Boolean);
  return typed.length > 0 ? `typed ${typed.join(", ")}` : "";
}

/** One entry: what was typed and agreed to, and what came of it. */
export function FormEntryPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<FormEntryRow>
      path={`/form-entries/${params.id}`}
      record="form_entry_row"
      title={(entry) => `${entry.contact_name || "Somebody"} filled in ${entry.form_name}`}
      lead={(entry) =>
        entry.asked_at
          ? `On ${format_instant(entry.asked_at, reader)}; confirmed by mail on ${format_instant(entry.at, reader)}.`
          : `On ${format_instant(entry.at, reader)}; no confirmation by mail was asked.`
      }
      kept_by={() => null}
      has_history={false}
      show={{ form_name: (name: string, entry: FormEntryRow) => <Link href={`/lead-forms/${entry.form}`}>{name}</Link> }}
      skip={["at", "asked_at", "territory", "typed_name", "typed_email", "typed_company", "typed_phone", "message", "consent", "handoff", "handoff_ask", "handoff_state", "handoff_person", "handoff_person_name"]}
    >
      {(entry) => (
        <>
          <section aria-labelledby="wrote">
            <h2 id="wrote">What they wrote</h2>
            {entry.message ? <blockquote className="entry-words">{entry.message}</blockquote> : <p className="quiet">Nothing.</p>}
            {typed_in_words(entry) && <p>Otherwise than on record, they {typed_in_words(entry)}.</p>}
          </section>
          <section aria-labelledby="agreed">
            <h2 id="agreed">What they agreed to</h2>
            {entry.consent ? <blockquote className="entry-words">{entry.consent}</blockquote> : <p className="quiet">Nothing.</p>}
          </section>
          <section aria-labelledby="became">
            <h2 id="became">What became of it</h2>
            <p>
              {entry.opportunity ? (
                <>
                  {entry.is_new_lead ? "A new lead, " : "It went to a lead that was open already, "}
                  <Link href={`/opportunities/${entry.opportunity}`}>{entry.opportunity_name}</Link>.
                </>
              ) : (
                "No lead is left of it."
              )}{" "}
              {entry.handoff && entry.handoff_state ? (
                <>
                  Its newest handoff is <Link href={`/handoffs/${entry.handoff}`}>{words_of(entry.handoff_state).toLowerCase()}</Link>
                  {entry.handoff_person_name ? `; ${entry.handoff_person_name} has it.` : "; nobody has it."}
                </>
              ) : (
                "It was not handed to anybody."
              )}
            </p>
          </section>
        </>
      )}
    </RecordPage>
  );
}
