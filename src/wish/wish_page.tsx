// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { Made, WishDraft, WishRow } from "../ui/api.gen";
import { del, post } from "../ui/api";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay } from "../ui/session";
import { useUndo } from "../ui/undo";
import { said_in_words } from "./wish_words";

/** What people have last said about being reached, in their own words. */
export function WishesPage(_: PageProps) {
  return (
    <Page
      title="Opt-outs and consent"
      lead="What people have last said about being called or written to, word by word. Who does not want to be called is on no caller’s screen, and who does not want to be written to is left out of mailings that are entered."
      actions={<RecordWish letter="n" />}
    >
      <List<WishRow>
        path="/wishes"
        record="wish_row"
        order="-at"
        link={null}
        words={["wish", "wishes"]}
        columns={[
          { field: "contact_name", label: "Who", show: (row) => <Link href={`/contacts/${row.contact}`}>{row.contact_name}</Link>, under: (row) => row.account_name },
          { field: "says", label: "Said", show: (row) => said_in_words(row) },
          { field: "words", label: "In these words", show: (row) => `“${row.words}”` },
          { field: "at", label: "When" },
          { field: "person_name", label: "Recorded by", show: (row) => row.person_name || <span className="quiet">Accord</span> },
          { field: "source", label: "Where they said it", show: (row) => <Said row={row} /> },
        ]}
        filters={["medium", "says", "at", "person", "territory"]}
        empty={
          <Empty title="Nobody has said anything about being reached." action={<RecordWish />}>
            Callers record it with a call; what comes by letter or e-mail is recorded here.
          </Empty>
        }
      />
    </Page>
  );
}

function Said({ row }: { row: WishRow }) {
  if (!row.source) return <>—</>;
  return row.link ? <Link href={row.link}>{row.source}</Link> : <>{row.source}</>;
}

export function RecordWish({ letter, contact }: { letter?: string; contact?: number }) {
  const may = useMay();
  const act = useUndo();
  if (!may("record_wishes")) return null;
  const value: Partial<WishDraft> = { medium: "call", says: "refuses", ...(contact && { contact }) };
  const offer_undo = ({ id }: Made) =>
    act({ say: "Recorded.", run: () => Promise.resolve(), undo: () => del("/wishes/{id}", undefined, { params: { id } }) });
  return (
    <Dialog button="Record what somebody said" letter={letter}>
      {(close) => (
        <Form
          record="wish_draft"
          value={value}
          button="Record it"
          send={(body: WishDraft) => post("/wishes", body)}
          then={(made) => {
            close();
            void offer_undo(made);
          }}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}
