// SPDX-License-Identifier: Apache-2.0
import "../ui/record.css";
import { Alert, Button, NativeSelect, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { put } from "../ui/api";
import { currency_choices } from "../ui/currencies";
import { key_of, useAct } from "../ui/data";
import { words_of } from "../ui/described";
import { count_of, format_day, format_instant, list_in_words, type Reader } from "../ui/format";
import { useReader } from "../ui/session";
import { tell } from "../ui/undo";
import { ImportConstants } from "./import_constants";
import type { Answers, Change, Preview, StatusWord, View } from "./import_view";

type Question = Preview["questions"][number];

const currencies = currency_choices();

/** A moment as the server writes it is shown as everywhere: on the company's clock. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const as_shown = (text: string, reader: Reader) => (moment.test(text) ? format_instant(text, reader) : text);

/** Of what the file knows only the day, that is shown: the moment at which it begins may be of the day before elsewhere. */
function changes_of({ changes }: Preview["records"][number], reader: Reader) {
  if (!changes.some((change) => change.field === "precision" && change.after === "day")) return changes;
  return changes
    .filter((change) => change.field !== "precision")
    .map((change) => (change.field === "at" ? { ...change, after: format_day(change.after, reader) } : change));
}

const answers_of = (view: View) => view.import.answers as Answers;

const correction = ({ target, columns, answers }: Change, view: View) => ({
  target: target ?? null,
  columns: columns && view.preview ? columns(view.preview.columns) : [],
  answers: { ...answers_of(view), ...answers?.(answers_of(view)) },
});

/** A file before it goes in: what is open, what each column is, what would happen. Each answer is tried at once. */
export function ImportPreview({ view, preview, id }: { view: View; preview: Preview; id: string }) {
  const answers = answers_of(view);
  const client = useQueryClient();
  const key = key_of("/imports/{id}", { params: { id } });
  const correct = useAct(
    async (change: Change) => {
      const newest = client.getQueryData<View>(key) ?? view;
      const body = correction(change, newest);
      const corrected = await put("/imports/{id}", body, { params: { id } });
      client.setQueryData(key, corrected);
      if (corrected.not_kept.length > 0) tell(corrected.not_kept.join(" "));
    },
    { in_turn: `import ${id}` },
  );
  const send = (change: Change) => correct.mutate(change);
  return (
    <div className="import-preview" data-is-stale={correct.isPending}>
      {!view.import.target && <WhatItHolds preview={preview} send={send} />}
      {view.import.target && preview.faults.length > 0 && (
        <Alert color="red" title="It cannot be read this way yet" mb="sm">
          {preview.faults.join(" ")}
        </Alert>
      )}
      {preview.newer_export && <Older day={preview.newer_export} />}
      {preview.questions.length > 0 && (
        <section className="panel">
          <h2>{count_of(preview.questions.length, "question")} open</h2>
          <p className="quiet">Rows that wait for an answer stay out until it is given; the others can go in now.</p>
          {preview.questions.map((question) => (
            <Ask key={question.code + question.name} question={question} send={send} />
          ))}
        </section>
      )}
      {preview.faults.length === 0 && <WouldDo preview={preview} />}
      <Columns preview={preview} target={view.import.target} send={send} />
      {view.import.target && <ImportConstants key={`${answers.system} ${answers.currency} ${answers.time_zone}`} preview={preview} answers={answers} send={send} />}
    </div>
  );
}

/** Of a file that is not recognised: what comes nearest, and why; the user says what it holds. */
function WhatItHolds({ preview, send }: { preview: Preview; send: (change: Change) => void }) {
  return (
    <section className="panel">
      <h2>What does this file hold?</h2>
      <p>
        Its columns are not those of one kind of file, so nothing is guessed and nothing goes in yet. Say what its rows are; then
        say what its columns are.
      </p>
      {preview.nearest.map((one) => (
        <div key={one.name} className="import-question">
          <Button variant="default" onClick={() => send({ target: one.name })}>
            {one.title}
          </Button>
          <span className="quiet">
            would read {list_in_words(one.known)}
            {one.missing.length > 0 && `; needs ${list_in_words(one.missing)} besides, in a column or said once for every row`}
          </span>
        </div>
      ))}
      <RowsAre preview={preview} target="" send={send} />
    </section>
  );
}

function RowsAre({ preview, target, send }: { preview: Preview; target: string; send: (change: Change) => void }) {
  const kinds = preview.targets.map((one) => ({ value: one.name, label: one.title }));
  return (
    <NativeSelect
      label="Its rows are"
      value={target}
      data={target ? kinds : [{ value: "", label: "choose…", disabled: true }, ...kinds]}
      onChange={(event) => send({ target: event.currentTarget.value })}
      w={220}
      mb="sm"
    />
  );
}

function Older({ day }: { day: string }) {
  const reader = useReader();
  return (
    <Alert color="yellow" title="This export is not the newest" mb="sm">
      One of {format_day(day, reader, "long")} is in already: importing this one takes back what that one brought.
    </Alert>
  );
}

function Ask({ question, send }: { question: Question; send: (change: Change) => void }) {
  const answer = (value: string) => {
    const said = value === "true" ? true : value;
    const merged = ({ merges }: Answers) => [...merges.filter((merge) => merge.name !== question.name), { name: question.name, into: value }];
    const told = ({ statuses = [] }: Answers) => [
      ...statuses.filter((status) => status.word !== question.name),
      { word: question.name, means: value as StatusWord["means"] },
    ];
    const added = (before: Answers) => (question.code === "status" ? { statuses: told(before) } : { [question.code]: said });
    send({ answers: (before) => (question.code === "name" ? { merges: merged(before) } : added(before)) });
  };
  return (
    <fieldset className="import-question">
      <legend>{question.sentence}</legend>
      {question.choices.map((choice) => (
        <Button key={choice.value} variant="default" onClick={() => answer(choice.value)}>
          {choice.label}
        </Button>
      ))}
      {question.code === "currency" && (
        <Select
          aria-label="Another currency"
          placeholder="Another currency"
          data={currencies}
          value={null}
          searchable
          nothingFoundMessage="No currency has such a name."
          onChange={(code) => code && answer(code)}
        />
      )}
      {question.name && <span className="quiet">{count_of(question.count, "row")}</span>}
    </fieldset>
  );
}

function WouldDo({ preview }: { preview: Preview }) {
  return (
    <section className="panel">
      <h2>What importing it now does</h2>
      <p>It {preview.sentence}.</p>
      {preview.records.length > 0 && <Records preview={preview} />}
      {preview.problems.length > 0 && (
        <>
          <h3>Rows that stay out</h3>
          <Problems problems={preview.problems} />
        </>
      )}
      {preview.doubtful.length > 0 && (
        <>
          <h3>Rows that go in, and can hardly be right</h3>
          <Problems problems={preview.doubtful} />
        </>
      )}
      {preview.there_already.length > 0 && (
        <>
          <h3>Rows that say what is there already</h3>
          <Problems problems={preview.there_already} />
        </>
      )}
      {preview.left_out.length > 0 && (
        <>
          <h3>Lines that are no rows</h3>
          <Problems problems={preview.left_out} />
        </>
      )}
    </section>
  );
}

function Records({ preview }: { preview: Preview }) {
  const reader = useReader();
  return (
    <div className="import-scroll" tabIndex={0} role="region" aria-label="The first records">
      <table className="records">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Record</th>
            <th scope="col">What the file says of it</th>
          </tr>
        </thead>
        <tbody>
          {preview.records.map((record, at) => (
            <tr key={at}>
              <td className="number" data-label="Line">
                {record.line}
              </td>
              <td>
                {record.is_new ? "New" : "Changed"} {record.record} <strong>{record.name}</strong>
              </td>
              <td>
                {changes_of(record, reader).map((change) => (
                  <span key={change.field} className="import-change">
                    <span className="quiet">{words_of(change.field)}</span>{" "}
                    {change.before && (
                      <>
                        <del>{as_shown(change.before, reader)}</del> →{" "}
                      </>
                    )}
                    {as_shown(change.after, reader) || "empty"}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Line, column, what is wrong, what to do. */
export function Problems({ problems }: { problems: View["problems"] }) {
  return (
    <div className="import-scroll" tabIndex={0} role="region" aria-label="Rows that stay out">
      <table className="records">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, at) => (
            <tr key={at}>
              <td className="number" data-label="Line">
                {problem.line}
              </td>
              <td data-label="Column">{problem.column}</td>
              <td>{problem.reason}</td>
              <td>{problem.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each column is read as; blank cells are blank, not "unknown". */
function Columns({ preview, target, send }: { preview: Preview; target: string; send: (change: Change) => void }) {
  const choices = [{ value: "", label: "— not taken —" }, ...preview.slots.filter((slot) => slot.name !== "entered").map((slot) => ({ value: slot.name, label: slot.label }))];
  const choices_for = (slot: string) =>
    slot.startsWith("entered:") ? [...choices, { value: slot, label: `Since when in ${slot.slice(8)}` }] : choices;
  const read_as = (column: string, slot: string) =>
    send({
      columns: (columns) =>
        columns.map((one) => ({
          column: one.column,
          slot: one.column === column ? slot : one.slot === slot ? "" : one.slot,
        })),
    });
  return (
    <section className="panel">
      <h2>What its columns are</h2>
      {target && <RowsAre preview={preview} target={target} send={send} />}
      <div className="import-scroll" tabIndex={0} role="region" aria-label="Columns">
        <table className="records import-columns">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Read as</th>
              <th scope="col">For example</th>
              <th scope="col" className="number">
                Blank
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column) => (
              <tr key={column.column}>
                <td>{column.column}</td>
                <td>
                  <NativeSelect
                    aria-label={`Read ${column.column} as`}
                    value={column.slot}
                    disabled={!target}
                    data={choices_for(column.slot)}
                    onChange={(event) => read_as(column.column, event.currentTarget.value)}
                    miw={150}
                  />
                </td>
                <td className="quiet" data-label="For example">
                  {column.samples.join(" · ")}
                </td>
                <td className="number" data-label="Blank">
                  {column.blank > 0 ? column.blank.toLocaleString() : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
