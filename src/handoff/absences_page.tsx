// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { del, post } from "../ui/api";
import type { AbsenceDraft, AbsenceRow } from "../ui/api.gen";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form, type Source } from "../ui/form";
import { format_day, not_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";

/** Who is away, and who stands in: no rule chooses them, and what waits for them is their deputy's move too. */
export function AbsencesPage(_: PageProps) {
  const { today } = useSession();
  return (
    <Page
      title="Absences"
      lead={
        <>
          No rule chooses who is away, and what waits for them is their deputy’s move too. <Link href="/handoffs/queue">Back to the queue</Link>.
        </>
      }
      actions={<Away letter="n" />}
    >
      <List<AbsenceRow>
        path="/absences"
        record="absence_row"
        order="-until_day"
        link={null}
        words={["absence", "absences"]}
        filters={["person", "from_day", "until_day", "deputy"]}
        columns={[
          { field: "person_name", label: "Who", under: (row) => stands(row, today) },
          { field: "from_day", label: "First day" },
          { field: "until_day", label: "Last day" },
          { field: "deputy_name", label: "Deputy", show: (row) => row.deputy_name || not_known },
          { field: "id", label: "Take back", can_sort: false, show: (row) => <TakeBack row={row} /> },
        ]}
        empty={
          <Empty title="Nobody is away." action={<Away />}>
            Say so before you leave: leads then go to others, and a deputy answers what waits for you.
          </Empty>
        }
      />
    </Page>
  );
}

const stands = (row: AbsenceRow, today: string) => (row.until_day < today ? "is back" : row.from_day <= today ? "away now" : "still here");

/** Oneself; who routes handoffs can say it of others too. */
function Away({ letter }: { letter?: string }) {
  const may = useMay();
  const { person, today } = useSession();
  const is_for_others = may("route_handoffs");
  const own = person.side === "none" ? {} : { side: person.side };
  const sources: Record<string, Source> = {
    person: { path: "/people", label: "name", query: { left_on: "" }, placeholder: person.name },
    deputy: { path: "/people", label: "name", query: { ...own, left_on: "" }, placeholder: "Nobody" },
  };
  return (
    <Dialog button={is_for_others ? "Somebody is away…" : "I am away…"} letter={letter}>
      {(close) => (
        <Form
          record="absence_draft"
          only={is_for_others ? ["person", "from_day", "until_day", "deputy"] : ["from_day", "until_day", "deputy"]}
          value={{ from_day: today, until_day: today }}
          sources={sources}
          button="Enter it"
          send={(body: AbsenceDraft) => (body.person ? post("/people/{id}/absences", body, { params: { id: body.person } }) : post("/absences", body))}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

function TakeBack({ row }: { row: AbsenceRow }) {
  const may = useMay();
  const reader = useReader();
  const { person } = useSession();
  const act = useUndo();
  if (row.person !== person.id && !may("route_handoffs")) return <span className="quiet">theirs to change</span>;
  let id = row.id;
  const run = () => del("/absences/{id}", undefined, { params: { id } });
  const undo = async () => {
    const { person: who, from_day, until_day, deputy } = row;
    id = (await post("/absences", { person: who, from_day, until_day, deputy })).id;
  };
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={`Take back: ${row.person_name} from ${format_day(row.from_day, reader)}`}
      onClick={() => void act({ say: `${row.person_name} is not away then.`, run, undo })}
    >
      Take back
    </Button>
  );
}
