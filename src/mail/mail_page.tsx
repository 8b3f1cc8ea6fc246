// SPDX-License-Identifier: Apache-2.0
import "./mail.css";
import type { MailMessage, MailView } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { useData } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { count_of, format_instant, type Reader } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { tell } from "../ui/undo";

/** Whether mail goes out and comes in, and what was sent. */
export function MailPage(_: PageProps) {
  const mail = useData("/mail");
  return (
    <Page
      title="Mail"
      lead="Accord writes to people who confirm what they filled in, and takes messages as leads. Passwords stand in a file beside it, never here."
      actions={
        mail.data && (
          <>
            {mail.data.is_sending && <SendTest />}
            <SetUp mail={mail.data} />
          </>
        )
      }
    >
      <Loaded query={mail}>{(view) => <Ways mail={view} />}</Loaded>
      <h2>Messages</h2>
      <Messages />
    </Page>
  );
}

function Ways({ mail }: { mail: MailView }) {
  const reader = useReader();
  return (
    <div className="mail-ways">
      <Way title="Going out" sentence={sending(mail, reader)} error={mail.sending_error} remedy={mail.sending_remedy} since={mail.sending_failed_at} />
      <Way title="Coming in" sentence={reading(mail, reader)} error={mail.reading_error} remedy={mail.reading_remedy} since={mail.reading_failed_at} />
    </div>
  );
}

interface WayProps {
  title: string;
  sentence: string;
  error: string;
  remedy: string;
  since: string | null;
}

/** One direction in a sentence; what goes wrong with it stands under it, with what to do. */
function Way({ title, sentence, error, remedy, since }: WayProps) {
  const reader = useReader();
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <p>{sentence}</p>
      {since && (
        <p className="mail-trouble" role="status">
          <strong>It fails since {format_instant(since, reader)}.</strong> {error} {remedy}
        </p>
      )}
    </section>
  );
}

export function sending(mail: MailView, reader: Reader): string {
  if (!mail.is_sending) return "Nothing is sent: no server is set up yet.";
  const waiting = mail.waiting_count > 0 ? ` ${count_of(mail.waiting_count, "message waits", "messages wait", reader)}.` : "";
  if (mail.is_demo) return `This is a demo, which sends nothing: messages stay here.${waiting}`;
  const when = mail.sent_at ? `It last worked on ${format_instant(mail.sent_at, reader)}.` : "Nothing was sent yet.";
  return `By ${mail.server}, from ${mail.sender}. ${when}${waiting}`;
}

export function reading(mail: MailView, reader: Reader): string {
  if (!mail.is_reading) return "No mailbox is read. A mail server can hand messages on by POST /inquiries/mail.";
  if (mail.is_demo) return "This is a demo, which reads no mailbox.";
  const when = mail.read_at ? `It last worked on ${format_instant(mail.read_at, reader)}.` : "It was not read yet.";
  return `${mail.mailbox} is read every minute. ${when}`;
}

function SetUp({ mail }: { mail: MailView }) {
  return (
    <Dialog button="Set up" letter="e">
      {(close) => (
        <Form
          record="mail_setting_draft"
          value={mail}
          send={(body) => put("/mail", body)}
          then={() => {
            tell("Mail is set up as it stands here.");
            close();
          }}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

function SendTest() {
  return (
    <Dialog button="Send a test message">
      {(close) => (
        <Form
          record="test_message"
          button="Send it"
          send={(body) => post("/mail-messages", body)}
          then={() => {
            tell("It waits in the outbox, and goes out within seconds.");
            close();
          }}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

const what_became = (message: MailMessage, reader: Reader) => {
  if (message.sent_at) return `sent ${format_instant(message.sent_at, reader)}`;
  if (message.given_up_at) return `given up ${format_instant(message.given_up_at, reader)}`;
  return message.tries === 0 ? "waits" : `tried again ${format_instant(message.next_try_at, reader)}`;
};

function Messages() {
  const reader = useReader();
  return (
    <List<MailMessage>
      path="/mail-messages"
      record="mail_message"
      order="-made_at"
      link={null}
      words={["message", "messages"]}
      columns={[
        "made_at",
        { field: "to_address", label: "To", show: (row) => row.to_address || <span className="quiet">erased</span> },
        { field: "subject", under: (row) => row.purpose },
        { field: "sent_at", label: "What became of it", show: (row) => what_became(row, reader) },
        { field: "error", label: "The last try met", show: (row) => row.error || "—" },
      ]}
      filters={["made_at", "sent_at", "given_up_at"]}
      empty={<Empty title="No message was made yet.">Forms that ask for a confirmation make them, and a test message is one.</Empty>}
    />
  );
}
