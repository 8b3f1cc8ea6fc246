// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import { del, post, url_of } from "../ui/api";
import type { ActionRow } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_day } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";
import { useUndo } from "../ui/undo";
import { day_before, is_overdue, may_report } from "./action_rules";
import "./action.css";

/** Who promised what by when; each is reported as done by who promised it, or by their manager. */
export function ActionsPage(_: PageProps) {
  return (
    <Page title="Actions" lead="What somebody promised to do by when, mostly in a review." actions={<Views />}>
      <List<ActionRow>
        path="/actions"
        record="action_row"
        order="due_on"
        words={["action", "actions"]}
        filters={["person", "side", "due_on", "done_on"]}
        link={null}
        columns={[
          { field: "what", show: (row) => <span className="action-what">{row.what}</span>, under: (row) => <From row={row} /> },
          { field: "person_name", label: "Who", under: (row) => row.side !== "none" && <Side side={row.side} /> },
          { field: "due_on", label: "By when", show: (row) => <Due row={row} /> },
          { field: "done_on", label: "Done", show: (row) => <Done row={row} /> },
        ]}
        empty={
          <Empty title="Nobody has promised anything yet." action={<Link href="/">Open the review</Link>}>
            In a review, each gap gets its actions: what, who, by when. They stand here until they are done.
          </Empty>
        }
      />
    </Page>
  );
}

/** The usual ways to look at them; each is an address of its own. */
function Views() {
  const { person, today } = useSession();
  const [path] = useLocation();
  const search = useSearch();
  const views: [string, string][] = [
    ["All", ""],
    ["Open", "done_on="],
    ["Overdue", `done_on=&due_on_to=${day_before(today)}`],
    ["Mine", `person=${person.id}&done_on=`],
  ];
  return (
    <Button.Group>
      {views.map(([label, query]) => (
        <Button
          key={label}
          component={Link}
          href={query ? `${path}?${query}` : path}
          variant={search === query ? "light" : "default"}
          aria-current={search === query ? "true" : undefined}
        >
          {label}
        </Button>
      ))}
    </Button.Group>
  );
}

/** The gap it is to close and the review it was promised in, as links. */
function From({ row }: { row: ActionRow }) {
  const gap = row.code && url_of("/gaps/{code}", { code: row.code }, { about: row.about || undefined });
  return (
    <span className="quiet">
      {row.review > 0 && <Link href={`/reviews/${row.review}`}>review {row.review}</Link>}
      {gap && (
        <>
          {" · "}
          <Link href={gap}>the gap today</Link>
        </>
      )}
      {row.note && <span className="action-note">“{row.note}”</span>}
    </span>
  );
}

function Due({ row }: { row: ActionRow }) {
  const { today } = useSession();
  const reader = useReader();
  const day = format_day(row.due_on, reader);
  return is_overdue(row, today) ? <strong className="action-overdue">{day}, overdue</strong> : <>{day}</>;
}

function Done({ row }: { row: ActionRow }) {
  const { person } = useSession();
  const reader = useReader();
  const act = useUndo();
  const params = { id: row.id };
  const complete = () => post("/actions/{id}/completion", { note: "" }, { params });
  const take_back = () => del("/actions/{id}/completion", undefined, { params });
  const may = may_report(row, person);
  if (!row.done_on) {
    if (!may) return <span className="quiet">open</span>;
    return (
      <Button variant="default" aria-label={`Mark as done: ${row.what}`} onClick={() => void act({ say: "Marked as done.", run: complete, undo: take_back })}>
        Mark as done
      </Button>
    );
  }
  return (
    <>
      {format_day(row.done_on, reader)}{" "}
      {may && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Not done after all: ${row.what}`}
          onClick={() => void act({ say: "Open again.", run: take_back, undo: complete })}
        >
          Not done
        </Button>
      )}
    </>
  );
}
