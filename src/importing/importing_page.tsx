// SPDX-License-Identifier: Apache-2.0
import "./importing.css";
import { Button, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { get, post, put, request, url_of, type Reply } from "../ui/api";
import { currency_choices } from "../ui/currencies";
import { useData } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Files } from "../ui/files";
import { count_of, format_number, list_in_words } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader, useSession } from "../ui/session";
import { tell, tell_problem } from "../ui/undo";

import type { Answers } from "./import_view";

export { EnterTouchpointsPage } from "./enter_page";
export { ImportPage } from "./import_page";

type View = Reply<"GET", "/imports/{id}">;
type Row = Reply<"GET", "/imports">["items"][number];

/** Where files come in, and what came in before. */
export function ImportsPage(_: PageProps) {
  const [is_busy, set_busy] = useState(false);
  const [, go] = useLocation();
  // Whoever looks at imports of claims is there to bring one, whatever its headers say.
  const is_of_claims = new URLSearchParams(useSearch()).get("target") === "claim";
  const client = useQueryClient();
  const reader = useReader();

  async function upload(files: File[]) {
    set_busy(true);
    const uploaded: View[] = [];
    try {
      for (const file of files) {
        const bytes = new Blob([file], { type: "application/octet-stream" });
        uploaded.push(await request<View>("POST", url_of("/imports", {}, { name: file.name, ...(is_of_claims && { target: "claim" }) }), bytes));
      }
    } catch (error) {
      tell_problem(error);
    }
    set_busy(false);
    await client.invalidateQueries();
    if (files.length === 1 && uploaded[0]) go(`/imports/${uploaded[0].import.id}`);
  }

  return (
    <Page
      title="Import"
      lead="Bring in what your CRM holds, by its exports as they are. What a file holds is recognised by its headers; nothing goes in before you have seen what it would do, and every import can be undone whole."
    >
      <Files
        label={is_of_claims ? "Drop the list behind a number here" : "Drop the exports of your CRM, of your advertising and of your books here"}
        hint={
          is_of_claims
            ? "or press to choose it: CSV with a row for each lead or opportunity that your side counts, or for each number; what it does not say you say once, before it goes in"
            : "or press to choose them: CSV of territories, people, products, accounts, contacts, campaigns, leads, opportunities, activities, stage history, exchange rates, spend, touchpoints, orders, ledger totals, claims; several at once, 64 MB each"
        }
        on_files={(files) => void upload(files)}
        is_busy={is_busy}
      />
      <Waiting />
      <h2>Imports so far</h2>
      <List<Row>
        path="/imports"
        record="import_row"
        order="-id"
        words={["import", "imports"]}
        columns={[
          { field: "file_name", under: (row) => row.sentence || "not run yet" },
          { field: "target", label: "What", show: (row) => (row.target ? words_of(row.target) : "not told yet") },
          { field: "state", show: (row) => words_of(row.state) },
          { field: "row_count", label: "Rows" },
          { field: "refused", label: "Stayed out", show: (row) => (row.state === "waiting" ? "" : format_number(row.refused, reader)) },
          { field: "person_name", label: "By" },
          "at",
        ]}
        filters={["target", "state", "system", "at", "refused"]}
        empty={
          <Empty title="Nothing was imported yet.">
            Export people, products, accounts and opportunities from your CRM as CSV and drop the files above, all together.
          </Empty>
        }
      />
    </Page>
  );
}

/** Chosen once for all files that wait, while this tab is open. */
let currency_of_all = "";

/** Uploads that were not run: all of them with one press, in the order in which they find each other. */
function Waiting() {
  const [, go] = useLocation();
  const client = useQueryClient();
  const session = useSession();
  const [running, set_running] = useState("");
  const [currency, set_currency] = useState(currency_of_all);
  const waiting = useData("/imports", { query: { state: "waiting", order: "turn", limit: 100 } });
  const rows = waiting.data?.items ?? [];
  const currencies = useMemo(() => currency_choices(session.company.currency, "USD", "EUR", "GBP"), [session.company.currency]);
  if (rows.length < 2) return null;

  /** Files that name no currency get the one chosen for all of them; what was answered on a file's page stays. */
  async function tell_currency(id: number): Promise<void> {
    const params = { params: { id } };
    const answers = (await get("/imports/{id}", params)).import.answers as Answers;
    if (!answers.currency) await put("/imports/{id}", { target: null, columns: [], answers: { ...answers, currency } }, params);
  }

  /** Every file is told the currency before the first goes in, so that none asks for it after another has stopped. */
  async function run_all() {
    const done: string[] = [];
    let at = rows[0]?.id ?? 0;
    try {
      for (const row of currency ? rows : []) {
        at = row.id;
        set_running(row.file_name);
        await tell_currency(row.id);
      }
      for (const row of rows) {
        at = row.id;
        set_running(row.file_name);
        const view = await get("/imports/{id}", { params: { id: row.id } });
        if (view.preview && (view.preview.questions.length > 0 || view.preview.faults.length > 0)) return stop_at(row.id);
        const run = await post("/imports/{id}/run", undefined, { params: { id: row.id } });
        done.push(`${row.file_name} ${run.import.sentence}`);
      }
    } catch (error) {
      tell_problem(error);
      return stop_at(at);
    }
    set_running("");
    await client.invalidateQueries();
    tell(`${done.join(". ")}.`);
  }

  /** The first file with a question is shown; those before it are in, those after it still wait. */
  async function stop_at(id: number) {
    set_running("");
    await client.invalidateQueries();
    go(`/imports/${id}`);
  }

  return (
    <section className="panel import-waiting">
      <h2>{count_of(rows.length, "file")} wait</h2>
      <p>
        They go in one after the other, so that what they name is found: {list_in_words(rows.map((row) => row.file_name))}.
        The first one with an open question stops for your answer.
      </p>
      <Select
        label="Amounts that name no currency are in"
        placeholder="ask for each file"
        value={currency || null}
        data={currencies}
        searchable
        clearable
        nothingFoundMessage="No currency has such a name."
        onChange={(code) => set_currency((currency_of_all = code ?? ""))}
        maw={300}
        mb="sm"
      />
      <Button loading={running !== ""} onClick={() => void run_all()}>
        Import all of them
      </Button>
      {running && <span className="quiet import-beside">{running}</span>}
    </section>
  );
}
