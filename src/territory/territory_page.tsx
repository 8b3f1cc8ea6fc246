// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import "./territory.css";
import { post, put, type Reply } from "../ui/api";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { count_of } from "../ui/format";
import { History } from "../ui/history";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { KeptByLine } from "../ui/record";
import { useMay, useSession } from "../ui/session";
import { Holidays } from "./holidays";
import { clock_of, TerritoryForm } from "./territory_form";

type Row = Reply<"GET", "/territories">["items"][number];
type Detail = Reply<"GET", "/territories/{id}">;
type Counts = Reply<"GET", "/people/territories">["items"];

const by = (order: string) => ({ query: { limit: 500, order } });

/** The territories as the tree they are, with how many people work in each. */
export function TerritoriesPage(_: PageProps) {
  const may = useMay();
  const [is_adding, set_adding] = useState(false);
  const territories = useData("/territories", by("name"));
  const counts = useData("/people/territories", by("territory_name"));
  const add = may("manage_territories") && <Button onClick={() => set_adding(true)}>Add a territory</Button>;
  return (
    <Page
      title="Territories"
      lead="The parts of the market. Somebody sees their own and those below it; business hours are counted on its calendar."
      actions={add}
    >
      <Loaded query={territories}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="There are no territories yet." action={add}>
              Without any, everybody sees everything. Imports bring those that your CRM knows.
            </Empty>
          ) : (
            <section className="panel" aria-label="Tree of territories">
              <Tree rows={items} counts={counts.data?.items ?? []} />
            </section>
          )
        }
      </Loaded>
      <CompanyHolidays />
      {is_adding && <AddTerritory on_close={() => set_adding(false)} />}
    </Page>
  );
}

function AddTerritory({ on_close }: { on_close: () => void }) {
  const [, go] = useLocation();
  return (
    <Modal opened onClose={on_close} title="Add a territory" size="lg">
      <TerritoryForm
        button="Add"
        send={(body) => post("/territories", body)}
        then={({ id }) => go(`/territories/${id}`)}
        on_cancel={on_close}
      />
    </Modal>
  );
}

/** Those whose parent is not shown stand at the top: a person of one territory sees its tree only. */
function Tree({ rows, counts }: { rows: readonly Row[]; counts: Counts }) {
  const below = useMemo(() => {
    const shown = new Set(rows.map((row) => row.id));
    const map = new Map<number, Row[]>();
    for (const row of rows) {
      const parent = row.parent !== null && shown.has(row.parent) ? row.parent : 0;
      map.set(parent, [...(map.get(parent) ?? []), row]);
    }
    return map;
  }, [rows]);
  const people = useMemo(() => new Map(counts.map((one) => [one.id, one])), [counts]);
  return <Branch of={0} below={below} people={people} />;
}

interface BranchProps {
  of: number;
  below: ReadonlyMap<number, readonly Row[]>;
  people: ReadonlyMap<number, Counts[number]>;
}

function Branch({ of, below, people }: BranchProps) {
  const rows = below.get(of) ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="tree">
      {rows.map((row) => {
        const count = people.get(row.id);
        return (
          <li key={row.id}>
            <div className="tree-row">
              <Link href={`/territories/${row.id}`}>{row.name}</Link>
              <span className="quiet">{row.time_zone.replaceAll("_", " ")}</span>
              {count && (
                <span className="number">
                  {count.people_with_below === 0 ? "nobody" : count_of(count.people_with_below, "person", "people")}
                </span>
              )}
            </div>
            <Branch of={row.id} below={below} people={people} />
          </li>
        );
      })}
    </ul>
  );
}

function CompanyHolidays() {
  const { company } = useSession();
  const holidays = useData("/holidays", by("on_day"));
  return (
    <Loaded query={holidays}>
      {({ items }) => (
        <Holidays
          title={`Holidays of ${company.name}`}
          territory={null}
          holidays={items.filter((one) => one.territory === null)}
        />
      )}
    </Loaded>
  );
}

/** One territory: its calendar, its holidays, who works there. */
export function TerritoryPage({ params }: PageProps) {
  const id = params.id ?? "";
  const territory = useData("/territories/{id}", { params: { id } });
  return <Loaded query={territory}>{(value) => <Shown territory={value} />}</Loaded>;
}

function Shown({ territory }: { territory: Detail }) {
  const may = useMay();
  const [is_changing, set_changing] = useState(false);
  const { id, name, parent, parent_name } = territory;
  const close = () => set_changing(false);
  return (
    <Page
      title={name}
      lead={parent === null ? "A territory of its own" : <>Part of <Link href={`/territories/${parent}`}>{parent_name}</Link></>}
      actions={may("manage_territories") && <Button onClick={() => set_changing(true)}>Change</Button>}
    >
      {territory.system && <KeptByLine kept_by={{ name: territory.system }} />}
      <div className="record">
        <div>
          <Calendar territory={territory} />
          <Holidays title="Holidays" territory={id} holidays={territory.holidays} />
          <section className="panel">
            <h2>People</h2>
            <List
              path="/people"
              record="person_row"
              order="name"
              is_in_url={false}
              fixed={{ territory: id }}
              words={["person", "people"]}
              columns={["name", "role", "side", { field: "manager_name", label: "Reports to" }]}
              empty={<p className="quiet">Nobody works in {name} itself.</p>}
            />
          </section>
        </div>
        <History path={`/territories/${id}`} record="territory" />
      </div>
      <Modal opened={is_changing} onClose={close} title={`Change ${name}`} size="lg">
        <TerritoryForm
          value={territory}
          send={(body) => put("/territories/{id}", body, { params: { id } })}
          then={close}
          on_cancel={close}
        />
      </Modal>
    </Page>
  );
}

/** The calendar that holds, and what of it the territory says itself. */
function Calendar({ territory }: { territory: Detail }) {
  const own = [territory.time_zone && "time zone", territory.work_start_minute !== null && "hours"].filter(Boolean);
  return (
    <section className="panel">
      <h2>Calendar</h2>
      <p>
        Monday to Friday, {clock_of(territory.calendar_start_minute)} to {clock_of(territory.calendar_end_minute)}, on the
        clock of {territory.calendar_time_zone.replaceAll("_", " ")}.
      </p>
      <p className="quiet">
        {own.length === 0
          ? "All of it is inherited from above."
          : own.length === 2
            ? "Time zone and hours are its own."
            : `Its ${own[0]} ${own[0] === "hours" ? "are" : "is"} its own; the rest is inherited from above.`}
      </p>
    </section>
  );
}
