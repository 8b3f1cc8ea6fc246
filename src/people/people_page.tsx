// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { post, put, type Reply } from "../ui/api";
import { useAct } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { format_day } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";
import { tell } from "../ui/undo";
import { PasswordForm } from "./password_form";

export { AccountPage } from "./password_form";
export { CompanyPage } from "./company_form";
export { PersonRightsPage, RightsPage } from "./rights_page";

type Person = Reply<"GET", "/people/{id}">;

/** Everybody who works here, or did, as far as one's territory goes. */
export function PeoplePage(_: PageProps) {
  const may = useMay();
  const [is_adding, set_adding] = useState(false);
  const add = <Button onClick={() => set_adding(true)}>Add a person</Button>;
  return (
    <Page
      title="People"
      lead="Who works here, on which side and where. Rights follow from the role, what one sees from the territory."
      actions={may("manage_people") && add}
    >
      <List<Person>
        path="/people"
        record="person_row"
        order="name"
        words={["person", "people"]}
        columns={[
          { field: "name", under: (row) => row.email || "does not sign in" },
          "role",
          "side",
          { field: "territory_name", label: "Territory", show: (row) => row.territory_name ?? "All" },
          { field: "manager_name", label: "Reports to" },
          "left_on",
        ]}
        filters={["role", "side", "territory", "manager", "left_on", "has_password"]}
        empty={
          <Empty title="Nobody is here yet." action={may("manage_people") && add}>
            Add the people who sign agreements and come to the review; others arrive with the imports.
          </Empty>
        }
      />
      {is_adding && <AddPerson on_close={() => set_adding(false)} />}
    </Page>
  );
}

function AddPerson({ on_close }: { on_close: () => void }) {
  const [, go] = useLocation();
  return (
    <Modal opened onClose={on_close} title="Add a person" size="lg">
      <Form
        record="person_change"
        skip={["left_on"]}
        button="Add"
        send={(body) => post("/people", body)}
        then={({ id }) => go(`/people/${id}`)}
        on_cancel={on_close}
      />
    </Modal>
  );
}

/** A day of leaving can be entered before it comes. */
const has_left = (person: Person, today: string) => person.left_on !== null && person.left_on <= today;

/** One person: where they stand, what was ever changed, and what an administrator can do. */
export function PersonPage({ params }: PageProps) {
  const reader = useReader();
  const { today } = useSession();
  return (
    <RecordPage<Person>
      path={`/people/${params.id}`}
      record="person_row"
      title={(person) => person.name}
      lead={(person) => (
        <>
          {words_of(person.role)} · <Side side={person.side} />
          {person.left_on && ` · ${has_left(person, today) ? "left" : "leaves"} on ${format_day(person.left_on, reader)}`}
        </>
      )}
      only={["email", "territory_name", "manager_name", "left_on", "has_password"]}
      show={{
        territory_name: (name: string | null) => name ?? "All territories",
        email: (email: string) => email || "Does not sign in",
        has_password: (has_password: boolean) => (has_password ? "Set" : "Not set"),
      }}
      kept_by={(person) => (person.system ? { name: person.system } : null)}
      actions={(person) => <PersonActions person={person} />}
    >
      {(person) => (
        <section className="panel">
          <h2>Who reports to {person.name}</h2>
          <List<Person>
            path="/people"
            record="person_row"
            order="name"
            is_in_url={false}
            fixed={{ manager: person.id }}
            words={["person", "people"]}
            columns={["name", "role", "territory_name", "left_on"]}
            empty={<p className="quiet">Nobody.</p>}
          />
        </section>
      )}
    </RecordPage>
  );
}

function PersonActions({ person }: { person: Person }) {
  const may = useMay();
  const [, go] = useLocation();
  const [open, set_open] = useState<"change" | "password" | "erase" | null>(null);
  const close = () => set_open(null);
  const { today } = useSession();
  const is_manager = may("manage_people");
  return (
    <>
      <Button variant="default" onClick={() => go(`/people/${person.id}/rights`)}>
        What may they do?
      </Button>
      {is_manager && !person.is_erased && (
        <>
          {person.email && (
            <Button variant="default" onClick={() => set_open("password")}>
              Set a password
            </Button>
          )}
          {has_left(person, today) && (
            <Button variant="default" onClick={() => set_open("erase")}>
              Erase
            </Button>
          )}
          <Button onClick={() => set_open("change")}>Change</Button>
        </>
      )}
      <Modal opened={open === "change"} onClose={close} title={`Change ${person.name}`} size="lg">
        <Form
          record="person_change"
          value={person}
          send={(body) => put("/people/{id}", body, { params: { id: person.id } })}
          then={close}
          on_cancel={close}
        />
      </Modal>
      <Modal opened={open === "password"} onClose={close} title={`A password for ${person.name}`}>
        <PasswordForm
          send={(given) => put("/people/{id}/password", { password: given.password }, { params: { id: person.id } })}
          then={() => {
            close();
            tell(`${person.name} can sign in with it now. Their other sessions have ended.`);
          }}
        />
      </Modal>
      <Modal opened={open === "erase"} onClose={close} title={`Erase ${person.name}`}>
        <Erasure person={person} on_close={close} />
      </Modal>
    </>
  );
}

/** The one act that cannot be undone, so it is the one that asks. */
function Erasure({ person, on_close }: { person: Person; on_close: () => void }) {
  const erase = useAct(() => post("/people/{id}/erasure", undefined, { params: { id: person.id } }), { then: on_close });
  const { person: me } = useSession();
  return (
    <>
      <p>
        Name and e-mail address disappear from this record, from its history and from the list of who did what. What
        they did stays, under “Erased person”. This cannot be taken back, not even by you, {me.name}.
      </p>
      <div className="form-buttons">
        <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
          Erase for good
        </Button>
        <Button variant="default" onClick={on_close}>
          Keep
        </Button>
      </div>
    </>
  );
}
