// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { LogActivity } from "../fact/log_activity";
import { MergeButton, MergeNote, TwoFirmsNote } from "../merge/merge_note";
import { PerhapsOne } from "../merge/perhaps_one";
import type { AccountRow, ActivityRow, ContactRow, OpportunityRow } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { useAct } from "../ui/data";
import { under_value } from "../ui/converted";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { format_day, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { AlikeNote } from "./alike_note";

const first_steps = "They come with the export of your CRM, or are added here.";

/** The firms that buy, or may. */
export function AccountsPage(_: PageProps) {
  const may = useMay();
  return (
    <Page title="Accounts" lead="The firms that buy, or may." actions={may("edit_accounts") && <AddAccount />}>
      <List<AccountRow>
        path="/accounts"
        record="account_row"
        order="name"
        words={["account", "accounts"]}
        columns={[
          { field: "name", under: (row) => row.parent_name && `part of ${row.parent_name}` },
          "sector",
          "territory_name",
          "owner_name",
          { field: "open_count", label: "Open", can_sort: false },
          { field: "won_count", label: "Won", can_sort: false },
          { field: "won_value", can_sort: false },
        ]}
        filters={["territory", "owner", "employees", "annual_revenue"]}
        empty={<Empty title="No accounts yet.">{first_steps}</Empty>}
      />
    </Page>
  );
}

function AddAccount() {
  const [, go] = useLocation();
  const [typed, set_typed] = useState<Record<string, unknown>>({});
  return (
    <Dialog button="Add an account" letter="n">
      {(close) => (
        <Form
          record="account_draft"
          button="Add it"
          send={(body) => post("/accounts", body)}
          then={({ id }) => go(`/accounts/${id}`)}
          on_change={set_typed}
          on_cancel={close}
        >
          <AlikeNote path="/accounts" typed={typed} />
        </Form>
      )}
    </Dialog>
  );
}

/** One account: who works there, what they may buy, what both sides did about it. */
export function AccountPage({ params }: PageProps) {
  return (
    <RecordPage<AccountRow>
      path={`/accounts/${params.id}`}
      record="account_row"
      title={(account) => account.name}
      skip={["name", "key"]}
      // A year is no quantity: it takes no thousands separator.
      show={{ founded_year: (year) => year ?? not_known }}
      actions={(account) => (
        <>
          <ChangeAccount account={account} />
          <MergeButton record="account" id={account.id} name={account.name} />
        </>
      )}
    >
      {(account) => (
        <>
          <MergeNote record="account" id={account.id} />
          <TwoFirmsNote account={account.id} />
          <PerhapsOne account={account.id} name={account.name} />
          <p>
            <Link href={`/accounts/${account.id}/timeline`}>Its whole history on one line of time</Link>
          </p>
          <LogActivity about={{ account: account.id }} />
          <h2>Opportunities</h2>
          <Opportunities account={account.id} />
          <h2>Contacts</h2>
          <Contacts fixed={{ account: account.id }} />
          <h2>Activities</h2>
          <Activities account={account.id} />
        </>
      )}
    </RecordPage>
  );
}

function ChangeAccount({ account }: { account: AccountRow }) {
  const may = useMay();
  if (account.system || !may("edit_accounts")) return null;
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="account_draft"
          value={account}
          send={(body) => put("/accounts/{id}", body, { params: { id: account.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

function Opportunities({ account }: { account: number }) {
  return (
    <List<OpportunityRow>
      path="/opportunities"
      record="opportunity_row"
      fixed={{ account }}
      is_in_url={false}
      words={["opportunity", "opportunities"]}
      columns={[
        { field: "name", show: (row) => row.name || row.key, under: (row) => row.product_name },
        "stage",
        "owner_name",
        { field: "value", under: under_value },
        "close_on",
      ]}
      filters={["outcome", "value", "close_on"]}
      empty={<Empty title="No opportunities at this account." />}
    />
  );
}

function Activities({ account }: { account: number }) {
  return (
    <List<ActivityRow>
      path="/activities"
      record="activity_row"
      fixed={{ account }}
      order="-at"
      is_in_url={false}
      words={["activity", "activities"]}
      columns={["kind", "at", "person_name", "side", "opportunity_name", "subject_line"]}
      filters={["side", "kind", "at"]}
      link={null}
      empty={<Empty title="Nobody has logged anything about it yet." />}
    />
  );
}

/** The people at the accounts. */
export function ContactsPage(_: PageProps) {
  const may = useMay();
  return (
    <Page title="Contacts" lead="The people at the accounts." actions={may("edit_accounts") && <AddContact />}>
      <Contacts />
    </Page>
  );
}

const name_of = (contact: ContactRow) => contact.name || (contact.erased_on ? "Erased contact" : "Without a name");

function Contacts({ fixed }: { fixed?: { account: number } }) {
  return (
    <List<ContactRow>
      path="/contacts"
      record="contact_row"
      order="name"
      fixed={fixed}
      is_in_url={!fixed}
      words={["contact", "contacts"]}
      columns={[
        { field: "name", show: name_of, under: (row) => row.title },
        ...(fixed ? [] : ["account_name", "territory_name"]),
        "email",
        "phone",
      ]}
      filters={fixed ? [] : ["account", "territory"]}
      empty={<Empty title="No contacts yet.">{first_steps}</Empty>}
    />
  );
}

function AddContact() {
  const [, go] = useLocation();
  const [typed, set_typed] = useState<Record<string, unknown>>({});
  return (
    <Dialog button="Add a contact" letter="n">
      {(close) => (
        <Form
          record="contact_draft"
          button="Add it"
          send={(body) => post("/contacts", body)}
          then={({ id }) => go(`/contacts/${id}`)}
          on_change={set_typed}
          on_cancel={close}
        >
          <AlikeNote path="/contacts" typed={typed} />
        </Form>
      )}
    </Dialog>
  );
}

/** One contact. */
export function ContactPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<ContactRow>
      path={`/contacts/${params.id}`}
      record="contact_row"
      title={name_of}
      lead={(contact) => contact.erased_on && `Personal data erased for good on ${format_day(contact.erased_on, reader, "long")}.`}
      skip={["name", "key", "erased_on"]}
      actions={(contact) => !contact.erased_on && <ContactActs contact={contact} />}
    >
      {(contact) =>
        !contact.erased_on && (
          <p>
            <Link href={`/wishes?contact=${contact.id}`}>What they said about being called or written to</Link>
          </p>
        )
      }
    </RecordPage>
  );
}

function ContactActs({ contact }: { contact: ContactRow }) {
  const may = useMay();
  return (
    <>
      {!contact.system && may("edit_accounts") && (
        <Dialog button="Change">
          {(close) => (
            <Form
              record="contact_draft"
              value={contact}
              send={(body) => put("/contacts/{id}", body, { params: { id: contact.id } })}
              then={close}
              on_cancel={close}
            />
          )}
        </Dialog>
      )}
      {may("erase_contacts") && (
        <Dialog button="Erase" title={`Erase ${contact.name}`}>
          {(close) => <Erasure contact={contact} close={close} />}
        </Dialog>
      )}
    </>
  );
}

/** The one act that nothing takes back, so the one that asks first. */
function Erasure({ contact, close }: { contact: ContactRow; close: () => void }) {
  const erase = useAct(() => post("/contacts/{id}/erasure", undefined, { params: { id: contact.id } }), { then: close });
  return (
    <>
      <p>
        Name, position, e-mail address and telephone number go, from this record and from all of its history. What was
        done with this person stays on record without the name, and no import brings the data back. Nobody can undo this.
      </p>
      <div className="form-buttons">
        <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
          Erase for good
        </Button>
        <Button variant="default" onClick={close}>
          Keep
        </Button>
      </div>
    </>
  );
}
