// SPDX-License-Identifier: Apache-2.0
import "./importing.css";
import { Alert, Button, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useLocation } from "wouter";
import { data_url, del, post } from "../ui/api";
import { useAct, useData } from "../ui/data";
import { words_of } from "../ui/described";
import { count_of, format_day, format_number } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";
import { Sentence } from "../ui/sentence";
import { tell } from "../ui/undo";
import { ImportPreview, Problems } from "./import_preview";
import type { View } from "./import_view";

const poll_ms = 500;

/** One file: what it would do and what is open; then how far it is; then what it did, and Undo. */
export function ImportPage({ params }: PageProps) {
  const id = params.id ?? "";
  const view = useData("/imports/{id}", { params: { id } });
  return <Loaded query={view}>{(data) => <OneImport view={data} id={id} refetch={() => void view.refetch()} />}</Loaded>;
}

function OneImport({ view, id, refetch }: { view: View; id: string; refetch: () => void }) {
  const one = view.import;
  const run = useAct(() => post("/imports/{id}/run", undefined, { params: { id } }));
  const is_running = run.isPending || view.run !== null;
  useEffect(() => {
    if (!is_running) return;
    const timer = setInterval(refetch, poll_ms);
    return () => clearInterval(timer);
  }, [is_running, refetch]);
  return (
    <Page
      title={one.file_name}
      lead={<Lead view={view} />}
      actions={<Actions view={view} id={id} is_running={is_running} run={() => run.mutate()} />}
    >
      {view.why_not && ["waiting", "done"].includes(one.state) && (
        <Alert id={why_not_id} color="yellow" mb="sm">
          {view.why_not}
        </Alert>
      )}
      {is_running && <Running view={view} />}
      {!is_running && view.preview && <ImportPreview view={view} preview={view.preview} id={id} />}
      {!is_running && one.state !== "waiting" && <Result view={view} id={id} />}
    </Page>
  );
}

const why_not_id = "import-why-not";

function Lead({ view }: { view: View }) {
  const one = view.import;
  const preview = view.preview;
  const kind = preview?.targets.find((target) => target.name === one.target)?.title ?? words_of(one.target || "rows");
  const parts = [`${kind} from ${one.system}`, count_of(preview?.row_count ?? one.row_count, "row")];
  if (preview) parts.push(`${preview.encoding}, ${preview.delimiter} between cells`);
  return <>{parts.join(" · ")}</>;
}

function Actions({ view, id, is_running, run }: { view: View; id: string; is_running: boolean; run: () => void }) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const may = useMay();
  const discard = useAct(() => del("/imports/{id}", undefined, { params: { id } }), { then: () => go(may("import_data") ? "/imports" : "/touchpoints/enter") });
  const undo = useAct(() => post("/imports/{id}/undo", undefined, { params: { id } }), {
    then: (undone) => {
      tell(undone.sentence);
      void client.invalidateQueries();
    },
  });
  const one = view.import;
  if (one.state === "waiting") {
    const can_run = view.preview !== null && view.preview.faults.length === 0 && !view.why_not;
    return (
      <>
        <Button variant="default" disabled={is_running} onClick={() => discard.mutate()}>
          Discard
        </Button>
        <Button loading={is_running} disabled={!can_run} aria-describedby={why_not_id} onClick={run}>
          Import
        </Button>
      </>
    );
  }
  if (one.state !== "done") return null;
  return (
    <Button
      variant="default"
      loading={undo.isPending}
      disabled={view.why_not !== ""}
      aria-describedby={why_not_id}
      onClick={() => undo.mutate()}
    >
      Undo this import
    </Button>
  );
}

function Running({ view }: { view: View }) {
  const run = view.run;
  const is_storing = run !== null && run.stored_total > 0;
  const [done, total] = !run ? [0, 0] : is_storing ? [run.stored, run.stored_total] : [run.row_count, run.total];
  const words = !run
    ? "Reading the file"
    : is_storing
      ? `${format_number(done)} of ${count_of(total, "record")} stored; they appear all at once, when the last one is`
      : `${format_number(done)} of ${count_of(total, "row")} read`;
  return (
    <section className="panel" aria-live="polite">
      <p>{words}</p>
      <Progress value={total > 0 ? (100 * done) / total : 0} animated aria-label={words} />
    </section>
  );
}

const state_words: Record<string, string> = {
  done: "Imported",
  nothing_new: "Read",
  refused: "Refused",
  undone: "Imported",
};

/** Where what a file brought is seen. */
const places: Record<string, string> = {
  territory: "territories",
  person: "people",
  product: "products",
  account: "accounts",
  contact: "contacts",
  opportunity: "opportunities",
  lead: "opportunities",
  activity: "opportunities",
  stage_history: "opportunities",
  touchpoint: "touchpoints",
};

/** The numbers that it states, each with the bridge from it. */
function Claims({ view: { claims } }: { view: View }) {
  const reader = useReader();
  if (claims.length === 0) return null;
  return (
    <ul className="import-claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <Link href={`/claims/${claim.id}`}>{claim.title}</Link>{" "}
          <span className="quiet">
            {format_day(claim.from_day, reader)} to {format_day(claim.until_day, reader)}
          </span>{" "}
          <Link href={`/bridge?first=${claim.id}`}>The bridge</Link>
        </li>
      ))}
    </ul>
  );
}

/** What it did, in a sentence, and the rows that stayed out. */
function Result({ view, id }: { view: View; id: string }) {
  const one = view.import;
  const reader = useReader();
  return (
    <>
      <section className="panel">
        <p>
          <Sentence verb={state_words[one.state] ?? "Imported"} done={[{ by: view.person_name, on: one.at }]} />
          {": "}
          {one.sentence}.
        </p>
        {one.state === "undone" && <p>It was undone{view.undone ? `: ${view.undone.sentence}` : "."}</p>}
        {one.state === "done" && places[one.target] && (
          <p>
            <Link href={`/${places[one.target]}`}>Look at the {places[one.target]}</Link>
          </p>
        )}
        <Claims view={view} />
        {one.as_of && (
          <p className="quiet">
            The export is of {format_day(one.as_of, reader, "long")}; what it shows without a date of its own holds “at least
            since” then.
          </p>
        )}
      </section>
      {one.refused > 0 && (
        <section className="panel">
          <h2>{count_of(one.refused, "row")} stayed out</h2>
          {one.target === "claim" ? (
            <p>
              A number counts the rows of one file: mend these in the file and import it whole, and the number is stated anew.{" "}
              <a href={data_url(`/imports/${id}/problems`, "csv")} download={`rows-of-${one.file_name}`}>
                Download these rows
              </a>
            </p>
          ) : (
            <p>
              <a href={data_url(`/imports/${id}/problems`, "csv")} download={`rows-of-${one.file_name}`}>
                Download these rows
              </a>{" "}
              with what is wrong with each, correct them there, and import that file. Or answer what is open and import the
              whole file again: rows that are in already change nothing.
            </p>
          )}
          <Problems problems={view.problems} />
        </section>
      )}
    </>
  );
}
