// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "wouter";
import "./mailing_list.css";
import type { MailingMemberRow } from "../ui/api.gen";
import { del, post, type Query } from "../ui/api";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay } from "../ui/session";
import { useUndo } from "../ui/undo";

const stands: Record<MailingMemberRow["state"], string> = {
  planned: "Planned",
  opted_out: "Left off",
  without_address: "No address",
  sent: "Sent",
  returned: "Came back",
};

/** Who is on mailing lists: what a list's figures count. */
export function MailingMembersPage(_: PageProps) {
  return (
    <Page
      title="On mailing lists"
      lead="Who is on mailing lists, and what became of it. Whoever answers is found by what stands on the piece, such as M7-123."
    >
      <Members />
    </Page>
  );
}

export function Members({ fixed }: { fixed?: Query }) {
  return (
    <List<MailingMemberRow>
      path="/mailing-members"
      record="mailing_member_row"
      order="id"
      fixed={fixed}
      link={null}
      words={["person", "people"]}
      columns={[
        {
          field: "contact_name",
          label: "Who",
          show: (row) => <Link href={`/contacts/${row.contact}`}>{row.contact_name}</Link>,
          under: (row) => (
            <>
              <span className="mailing-code">{row.code}</span>
              {row.title && ` · ${row.title}`}
            </>
          ),
        },
        "account_name",
        { field: "state", label: "Stands", show: (row) => stands[row.state], under: (row) => row.why_not },
        {
          field: "lead_name",
          label: "Lead since",
          show: (row) => (row.lead ? <Link href={`/opportunities/${row.lead}`}>{row.lead_name}</Link> : "—"),
        },
        ...(fixed ? [] : [{ field: "list_name", show: (row: MailingMemberRow) => <Link href={`/mailing-lists/${row.list}`}>{row.list_name}</Link> }]),
        { field: "id", label: "What happened", can_sort: false, show: (row) => <MemberActs row={row} /> },
      ]}
      filters={["state", "account", "territory", "medium", "was_sent", "has_lead"]}
      empty={<Empty title="Nobody is on it yet.">Add people: from a campaign, an account, a territory, by their position or one by one.</Empty>}
    />
  );
}

/** What can be said of a member: that the piece came back, that they are taken off, what they answered. */
function MemberActs({ row }: { row: MailingMemberRow }) {
  const may = useMay();
  const act = useUndo();
  const params = { id: row.list };
  const with_member = { params: { ...params, member: row.id } };
  const who = row.contact_name;
  const came_back = () => post("/mailing-lists/{id}/returns", { member: row.id }, { params });
  const reached = () => del("/mailing-lists/{id}/returns/{member}", undefined, with_member);
  const acts = {
    sent: { label: "Came back", say: `${who}’s piece came back: it is no touchpoint.`, run: came_back, undo: reached },
    returned: { label: "It arrived", say: `${who}’s piece did not come back: it is a touchpoint again.`, run: reached, undo: came_back },
    planned: {
      label: "Take off",
      say: `${who} is off the list.`,
      run: () => del("/mailing-lists/{id}/members/{member}", undefined, with_member),
      undo: () => post("/mailing-lists/{id}/members", { contacts: [row.contact] }, { params }),
    },
  };
  const own = row.state in acts && may("edit_mailing_lists") ? acts[row.state as keyof typeof acts] : null;
  return (
    <span className="mailing-acts">
      {own && (
        <Button variant="subtle" size="compact-xs" aria-label={`${own.label}: ${who}`} onClick={() => void act(own)}>
          {own.label}
        </Button>
      )}
      {may("record_wishes") && <Answer row={row} />}
    </span>
  );
}

/** What somebody said about being written to, word by word. */
function Answer({ row }: { row: MailingMemberRow }) {
  const [is_open, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" size="compact-xs" aria-label={`Answered: ${row.contact_name}`} onClick={open}>
        Answered…
      </Button>
      <Modal opened={is_open} onClose={close} title={`What ${row.contact_name} answered`} size="lg">
        <Form
          record="mailing_answer"
          value={{ says: row.why_not ? "agrees" : "refuses" }}
          only={["says", "words"]}
          fixed={{ member: row.id }}
          button="Record it"
          send={(body) => post("/mailing-lists/{id}/answers", body, { params: { id: row.list } })}
          then={close}
          on_cancel={close}
        >
          <p className="quiet">It holds for every list that goes out {row.medium === "email" ? "by e-mail" : "by post"}.</p>
        </Form>
      </Modal>
    </>
  );
}
