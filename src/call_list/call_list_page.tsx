// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import "./call_list.css";
import { ChoosePeople } from "../audience/choose_people";
import { ListFigures } from "../audience/list_figures";
import type { CallListRow } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { useData } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { format_day } from "../ui/format";
import { useKeys } from "../ui/keys";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { Calls } from "./call_history";
import { Members } from "./call_members";

export { CallDeskPage } from "./call_desk_page";
export { CallsPage } from "./call_history";
export { CallMembersPage } from "./call_members";

/** Lists of people to be called, each for a campaign. */
export function CallListsPage(_: PageProps) {
  return (
    <Page
      title="Call lists"
      lead={
        <>
          People to be called for a campaign, with what the caller says. Who does not want to be called stands under{" "}
          <Link href="/wishes?medium=call">opt-outs and consent</Link>.
        </>
      }
      actions={<AddList letter="n" />}
    >
      <List<CallListRow>
        path="/call-lists"
        record="call_list_row"
        order="name"
        words={["list", "lists"]}
        columns={[
          "name",
          "campaign_name",
          "side",
          { field: "caller_name", show: (row) => row.caller_name || <span className="quiet">anybody</span> },
          "territory_name",
          { field: "closed_on", label: "Closed from" },
          { field: "member_count", label: "Members", can_sort: false },
          { field: "called_count", label: "Called", can_sort: false },
          { field: "interested_count", label: "Interested", can_sort: false },
        ]}
        filters={["campaign", "side", "caller", "territory", "owner", "closed_on"]}
        empty={
          <Empty title="No call lists yet." action={<AddList />}>
            Add one for a campaign, put people on it, and call them from one screen.
          </Empty>
        }
      />
    </Page>
  );
}

function AddList({ letter }: { letter?: string }) {
  const may = useMay();
  const [, go] = useLocation();
  if (!may("edit_call_lists")) return null;
  return (
    <Dialog button="Add a call list" letter={letter}>
      {(close) => (
        <Form
          record="call_list_draft"
          value={{ side: "marketing" }}
          button="Add it"
          send={(body) => post("/call-lists", body)}
          then={({ id }) => go(`/call-lists/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One list: what it comes to, who is on it, and the way to the telephone. */
export function CallListPage({ params }: PageProps) {
  const reader = useReader();
  const id = Number(params.id);
  return (
    <RecordPage<CallListRow>
      path={`/call-lists/${params.id}`}
      record="call_list_row"
      title={(list) => list.name}
      lead={(list) =>
        list.closed_on && list.closed_on <= (reader.today ?? "")
          ? `Closed since ${format_day(list.closed_on, reader)}: nobody is called any more.`
          : `Each call that reaches somebody is a touchpoint of ${list.campaign_name}.`
      }
      kept_by={() => null}
      skip={["name", "script", "member_count", "called_count", "interested_count"]}
      show={{ caller_name: (name: string) => name || "anybody of the side" }}
      actions={(list) => <ListActions list={list} />}
    >
      {(list) => (
        <>
          {list.script && (
            <section className="panel" aria-label="Script">
              <h2>Script</h2>
              <p className="call-script">{list.script}</p>
            </section>
          )}
          <CallFigures id={id} />
          <h2>Members</h2>
          <Members fixed={{ list: id }} />
          <h2>
            <Link href={`/calls?list=${id}`}>Calls</Link>
          </h2>
          <Calls fixed={{ list: id }} />
        </>
      )}
    </RecordPage>
  );
}

function ListActions({ list }: { list: CallListRow }) {
  const may = useMay();
  const [, go] = useLocation();
  const call = () => go(`/call-lists/${list.id}/call`);
  useKeys(may("make_calls") ? { c: { label: "Call the people of this list", run: call } } : {});
  return (
    <>
      {may("edit_call_lists") && (
        <>
          <ChangeList list={list} />
          <ChoosePeople
            campaign={list.campaign}
            send={(choice) => post("/call-lists/{id}/members", choice, { params: { id: list.id } })}
            opted_out="they do not want to be called"
            without_address="no number is known"
          />
        </>
      )}
      {may("make_calls") && <Button onClick={call}>Call</Button>}
    </>
  );
}

function ChangeList({ list }: { list: CallListRow }) {
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="call_list_draft"
          value={list}
          send={(body) => put("/call-lists/{id}", body, { params: { id: list.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

const shown = ["members", "called", "reached", "interested", "overdue", "opted_out"] as const;

/** What the list comes to; each number opens the rows that it counts. */
const CallFigures = ({ id }: { id: number }) => <ListFigures query={useData("/call-lists/{id}/figures", { params: { id } })} shown={shown} />;
