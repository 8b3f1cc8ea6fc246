// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { CallWishRow } from "../ui/api.gen";
import { post } from "../ui/api";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay } from "../ui/session";

const said = { no_calls: "No calls", may_call: "May be called" };

/** What people have last said about being called, in their own words. */
export function CallWishesPage(_: PageProps) {
  return (
    <Page
      title="Opt-outs and consent"
      lead="What people have last said about being called, word by word. Who does not want to be called is on no caller’s screen, whatever list they are on."
      actions={<RecordWish letter="n" />}
    >
      <List<CallWishRow>
        path="/call-wishes"
        record="call_wish_row"
        order="-at"
        link={null}
        words={["person", "people"]}
        columns={[
          { field: "contact_name", label: "Who", show: (row) => <Link href={`/contacts/${row.contact}`}>{row.contact_name}</Link>, under: (row) => row.account_name },
          { field: "wish", label: "Said", show: (row) => said[row.wish] },
          { field: "words", label: "In these words", show: (row) => `“${row.words}”` },
          "at",
          { field: "person_name", label: "Recorded by" },
          { field: "list_name", label: "In a call of", show: (row) => (row.list ? <Link href={`/call-lists/${row.list}`}>{row.list_name}</Link> : "—") },
        ]}
        filters={["wish", "at", "person", "territory"]}
        empty={
          <Empty title="Nobody has said anything about being called." action={<RecordWish />}>
            Callers record it with a call; what comes by letter or e-mail is recorded here.
          </Empty>
        }
      />
    </Page>
  );
}

function RecordWish({ letter }: { letter?: string }) {
  const may = useMay();
  if (!may("record_call_wishes")) return null;
  return (
    <Dialog button="Record what somebody said" letter={letter}>
      {(close) => (
        <Form
          record="call_wish_draft"
          value={{ wish: "no_calls" }}
          button="Record it"
          send={(body) => post("/call-wishes", body)}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}
