// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import "./mailing_list.css";
import { ChoosePeople } from "../audience/choose_people";
import { ListFigures } from "../audience/list_figures";
import type { MailingHandoutRow, MailingListRow } from "../ui/api.gen";
import { del, post, put, data_url } from "../ui/api";
import { useAct, useData } from "../ui/data";
import { words_of } from "../ui/described";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { count_of, format_instant } from "../ui/format";
import { useKeys } from "../ui/keys";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { useUndo } from "../ui/undo";
import { drop_in_words, phase_of } from "./mailing_days";
import { Members } from "./mailing_members";
import { MailingLists } from "./mailings_of";

export { MailingMembersPage } from "./mailing_members";

/** Lists of people to whom a campaign sends something on one day. */
export function MailingListsPage(_: PageProps) {
  return (
    <Page
      title="Mailing lists"
      lead={
        <>
          People to whom a campaign sends a letter or an e-mail on one day. What was sent elsewhere is <Link href="/touchpoints/enter">entered as a list</Link>; who does not
          want to be written to stands under <Link href="/wishes">opt-outs and consent</Link>.
        </>
      }
      actions={<PlanMailing letter="n" />}
    >
      <MailingLists
        empty={
          <Empty title="No mailing lists yet." action={<PlanMailing />}>
            Plan one for a campaign, put people on it, and take their addresses to whoever prints or sends it.
          </Empty>
        }
      />
    </Page>
  );
}

function PlanMailing({ letter }: { letter?: string }) {
  const may = useMay();
  const [, go] = useLocation();
  if (!may("edit_mailing_lists")) return null;
  return (
    <Dialog button="Plan a mailing" letter={letter}>
      {(close) => (
        <Form
          record="mailing_list_draft"
          value={{ medium: "mail" }}
          button="Plan it"
          send={(body) => post("/mailing-lists", body)}
          then={({ id }) => go(`/mailing-lists/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One list: when it goes out, who is on it, and what became of it. */
export function MailingListPage({ params }: PageProps) {
  const reader = useReader();
  const id = Number(params.id);
  return (
    <RecordPage<MailingListRow>
      path={`/mailing-lists/${params.id}`}
      record="mailing_list_row"
      title={(list) => list.name}
      lead={(list) => drop_in_words(list, reader)}
      kept_by={() => null}
      only={["campaign_name", "medium", "side", "drops_on", "territory_name"]}
      actions={(list) => <MailingActions list={list} />}
    >
      {(list) => (
        <>
          {list.note && (
            <section className="panel" aria-label="What it says">
              <h2>What it says</h2>
              <p className="mailing-note">{list.note}</p>
            </section>
          )}
          <MailingFigures id={id} />
          <HandedOut list={list} />
          <h2>Members</h2>
          <Members fixed={{ list: id }} />
          {list.handed_out_at && (
            <>
              <h2>Who took the addresses</h2>
              <Handouts id={id} />
            </>
          )}
        </>
      )}
    </RecordPage>
  );
}

const shown = ["members", "opted_out", "without_address", "sent", "returned", "leads"] as const;

const MailingFigures = ({ id }: { id: number }) => <ListFigures query={useData("/mailing-lists/{id}/figures", { params: { id } })} shown={shown} />;

/** What whoever sends it has in hand, and whether that still holds. */
function HandedOut({ list }: { list: MailingListRow }) {
  const reader = useReader();
  if (!list.handed_out_at || list.has_gone_out) return null;
  return (
    <p>
      {`${list.handed_out_by_name} took the addresses on ${format_instant(list.handed_out_at, reader)}. `}
      {list.changed_count > 0 && <strong>{`${count_of(list.changed_count, "person", "people", reader)} came, went or opted out since: take them again.`}</strong>}
    </p>
  );
}

function Handouts({ id }: { id: number }) {
  return (
    <List<MailingHandoutRow>
      path="/mailing-handouts"
      record="mailing_handout_row"
      order="-at"
      fixed={{ list: id }}
      is_in_url={false}
      link={null}
      words={["time", "times"]}
      columns={["at", { field: "person_name", label: "Who" }, { field: "piece_count", label: "Addresses" }]}
      filters={[]}
    />
  );
}

function MailingActions({ list }: { list: MailingListRow }) {
  const may = useMay();
  if (list.has_gone_out) return may("send_mailing_lists") && <TakeBack list={list} />;
  return (
    <>
      {may("edit_mailing_lists") && (
        <>
          <ChangeMailing list={list} />
          <ChoosePeople
            campaign={list.campaign}
            send={(choice) => post("/mailing-lists/{id}/members", choice, { params: { id: list.id } })}
            opted_out="they do not want to be written to"
            without_address={list.medium === "email" ? "no e-mail address is known" : "it is not known where they work"}
          />
        </>
      )}
      {may("send_mailing_lists") && (
        <>
          <TakeAddresses list={list} />
          <WentOut list={list} />
        </>
      )}
    </>
  );
}

function ChangeMailing({ list }: { list: MailingListRow }) {
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="mailing_list_draft"
          value={list}
          send={(body) => put("/mailing-lists/{id}", body, { params: { id: list.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** That somebody takes addresses is recorded first; the file comes after it. */
function TakeAddresses({ list }: { list: MailingListRow }) {
  const take = useAct(() => post("/mailing-lists/{id}/handouts", undefined, { params: { id: list.id } }), {
    then: ({ id }) => window.location.assign(data_url(`/mailing-handouts/${id}/addresses`, "csv")),
  });
  const run = () => take.mutate();
  useKeys({ e: { label: "Take the addresses", run } });
  return (
    <Button variant="default" onClick={run} loading={take.isPending}>
      Take the addresses
    </Button>
  );
}

function WentOut({ list }: { list: MailingListRow }) {
  const { today } = useReader();
  if (phase_of(list, today) === "to_come") return null;
  return (
    <Dialog button="It went out" title={`${list.name} went out`} letter="d">
      {(close) => (
        <Form
          record="mailing_drop_draft"
          value={{ day: list.drops_on }}
          button="It did"
          send={(body) => post("/mailing-lists/{id}/drop", body, { params: { id: list.id } })}
          then={close}
          on_cancel={close}
        >
          <p>
            Each member who may be written to and whose address is known gets one touchpoint of {list.campaign_name}: {words_of(list.medium).toLowerCase()}, on that day.
          </p>
        </Form>
      )}
    </Dialog>
  );
}

function TakeBack({ list }: { list: MailingListRow }) {
  const act = useUndo();
  const params = { id: list.id };
  const take_back = {
    say: `${list.name} has not gone out: its touchpoints are gone.`,
    run: () => del("/mailing-lists/{id}/drop", undefined, { params }),
    undo: () => post("/mailing-lists/{id}/drop", { day: list.went_out_on! }, { params }),
  };
  return (
    <Button variant="default" onClick={() => void act(take_back)}>
      It has not gone out
    </Button>
  );
}
