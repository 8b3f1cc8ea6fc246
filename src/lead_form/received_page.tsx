// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import "../mail/mail.css";
import type { ReceivedMessageRow } from "../ui/api.gen";
import { post } from "../ui/api";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { as_sentence, count_of } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useReader } from "../ui/session";
import { tell } from "../ui/undo";

const became: Record<ReceivedMessageRow["standing"], string> = {
  waiting: "waits to be sorted",
  lead: "is a lead",
  dropped: "was dropped",
  no_lead: "no lead",
};

/** Messages that came in by mail: those that nobody can tell the form of wait here for a person. */
export function ReceivedMessagesPage(_: PageProps) {
  return (
    <Page
      title="Messages"
      lead="What came in by mail. A message to a form’s address is a lead of that form; any other waits here until somebody says what becomes of it."
    >
      <List<ReceivedMessageRow>
        path="/received-messages"
        record="received_message_row"
        order="-at"
        words={["message", "messages"]}
        columns={[
          { field: "at", label: "Came in" },
          { field: "from_name", label: "From", show: (row) => row.from_name || row.from_address || "—", under: (row) => (row.from_name ? row.from_address : "") },
          { field: "subject", label: "About", show: (row) => row.subject || "—" },
          { field: "standing", label: "What became of it", show: (row) => became[row.standing], under: (row) => row.reason },
          { field: "form_name", label: "Form", show: (row) => (row.form ? <Link href={`/lead-forms/${row.form}`}>{row.form_name}</Link> : "—") },
        ]}
        filters={["standing", "at", "form"]}
        empty={<Empty title="No message came in.">Give a form an address for mail, and let your mailbox be read under Mail, or have a mail server hand messages on.</Empty>}
      />
    </Page>
  );
}

const can_be_sorted = (message: ReceivedMessageRow) => message.from_address !== "" && (message.standing === "waiting" || message.standing === "dropped");

/** One message as it was written, and what becomes of it. */
export function ReceivedMessagePage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<ReceivedMessageRow>
      path={`/received-messages/${params.id}`}
      record="received_message_row"
      title={(message) => message.subject || "A message"}
      lead={(message) => `${sender_of(message)} ${became[message.standing]}.${message.reason ? ` ${as_sentence(message.reason)}` : ""}`}
      kept_by={() => null}
      has_history={false}
      skip={["from_name", "subject", "text", "standing", "reason", "entry", "is_cut", "attachment_count"]}
      actions={(message) =>
        can_be_sorted(message) && (
          <>
            <Assign message={message} />
            {message.standing === "waiting" && <Drop message={message} />}
          </>
        )
      }
    >
      {(message) => (
        <section className="panel" aria-label="What it says">
          <pre className="message-text">{message.text || "It has no text."}</pre>
          {message.is_cut && <p className="quiet">It goes on; the whole of it is in your mailbox.</p>}
          {message.attachment_count > 0 && (
            <p className="quiet">{count_of(message.attachment_count, "file came with it, and is in your mailbox.", "files came with it, and are in your mailbox.", reader)}</p>
          )}
        </section>
      )}
    </RecordPage>
  );
}

const sender_of = (message: ReceivedMessageRow) => `What ${message.from_name || message.from_address || "somebody"} wrote`;

function Assign({ message }: { message: ReceivedMessageRow }) {
  return (
    <Dialog button="Make it a lead" letter="a">
      {(close) => (
        <Form
          record="message_form"
          value={{ form: message.form }}
          sources={{ form: { path: "/lead-forms", label: "name" } }}
          button="Make it a lead"
          send={(body) => post("/received-messages/{id}/entry", body, { params: { id: message.id } })}
          then={() => {
            tell("It is an entry of the form.");
            close();
          }}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

function Drop({ message }: { message: ReceivedMessageRow }) {
  return (
    <Dialog button="Drop it" letter="d">
      {(close) => (
        <Form
          record="message_drop"
          button="Drop it"
          send={(body) => post("/received-messages/{id}/drop", body, { params: { id: message.id } })}
          then={() => {
            tell("It is dropped; it can still be made a lead for 90 days.");
            close();
          }}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}
