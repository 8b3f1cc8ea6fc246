// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { currency_choices } from "../ui/currencies";
import { format_day } from "../ui/format";
import { useReader } from "../ui/session";
import type { Answers, Change, Constant, Preview } from "./import_view";

interface Props {
  preview: Preview;
  answers: Answers;
  send: (change: Change) => void;
}

const day_orders = [
  { value: "as_detected", label: "as found in the file" },
  { value: "day_first", label: "day first: 3/4 is 3 April" },
  { value: "month_first", label: "month first: 3/4 is 4 March" },
  { value: "excel_serial", label: "a spreadsheet's count of days" },
];
const decimal_marks = [
  { value: "as_detected", label: "as found in the file" },
  { value: "point", label: "a point: 1,234.50" },
  { value: "comma", label: "a comma: 1.234,50" },
];

const currencies = currency_choices();

/** What holds for the whole file, with every answer that was given, to be changed. */
export function ImportConstants({ preview, answers, send }: Props) {
  const reader = useReader();
  const [system, set_system] = useState(answers.system);
  const [time_zone, set_time_zone] = useState(answers.time_zone ?? "");
  const day = preview.as_of ? format_day(preview.as_of, reader, "long") : "";
  const say = (said: Partial<Answers>) => send({ answers: () => said });
  return (
    <section className="panel">
      <h2>What holds for the whole file</h2>
      <div className="import-constants">
        <TextInput
          label="System of record"
          description="What it keeps is read-only here."
          value={system}
          maxLength={60}
          onChange={(event) => set_system(event.currentTarget.value)}
          onBlur={() => system !== answers.system && say({ system })}
        />
        {preview.identities.length > 0 && (
          <NativeSelect
            label="A row's record is found by"
            description="Found, it is changed; else it is made."
            value={answers.match_by}
            data={preview.identities.map(({ value, label }) => ({ value, label }))}
            onChange={(event) => say({ match_by: event.currentTarget.value })}
          />
        )}
        <Select
          label="Currency"
          description="Of amounts that name none."
          placeholder="not said"
          value={answers.currency || null}
          data={currencies}
          searchable
          clearable
          nothingFoundMessage="No currency has such a name."
          onChange={(code) => say({ currency: code ?? "" })}
        />
        <TextInput
          type="date"
          label="Export made on"
          description={day ? `Else ${day}, the latest day in it.` : "Else the latest day in it."}
          value={answers.as_of ?? ""}
          onChange={(event) => say({ as_of: event.currentTarget.value || null })}
        />
        <NativeSelect
          label="Days are written"
          value={answers.dates}
          data={day_orders}
          onChange={(event) => say({ dates: event.currentTarget.value as Answers["dates"] })}
        />
        <TextInput
          label="Time zone"
          description={answers.time_zone ? "Of times that name none." : `Of times that name none; else ${preview.time_zone}.`}
          value={time_zone}
          maxLength={60}
          onChange={(event) => set_time_zone(event.currentTarget.value)}
          onBlur={() => time_zone !== (answers.time_zone ?? "") && say({ time_zone: time_zone.trim() })}
        />
        <NativeSelect
          label="Decimals are written with"
          value={answers.decimals}
          data={decimal_marks}
          onChange={(event) => say({ decimals: event.currentTarget.value as Answers["decimals"] })}
        />
        <Checkbox
          label="All rows or none"
          description="One bad row then keeps the whole file out."
          checked={answers.is_all_or_nothing}
          onChange={(event) => say({ is_all_or_nothing: event.currentTarget.checked })}
        />
        {answers.makes_unknown_keys_new && (
          <Checkbox
            label="Make records of unknown identifiers"
            description="Their own file completes them later."
            checked
            onChange={() => say({ makes_unknown_keys_new: false })}
          />
        )}
        {answers.joins_worked_on && (
          <Checkbox
            label="Join leads with their opportunities"
            description="Also where people have worked on both."
            checked
            onChange={() => say({ joins_worked_on: false })}
          />
        )}
      </div>
      <EveryRow preview={preview} answers={answers} send={send} />
      <Merges answers={answers} send={send} />
      <Statuses answers={answers} send={send} />
    </section>
  );
}

/** What the file does not say, and is the same in each of its rows: a trade show's list has no source. */
function EveryRow({ preview, answers, send }: Props) {
  const [added, set_added] = useState<Constant>({ slot: "", value: "" });
  const taken = new Set([...preview.columns.map((one) => one.slot), ...answers.constants.map((one) => one.slot)]);
  const label_of = (slot: string) => preview.slots.find((one) => one.name === slot)?.label ?? slot;
  const said_as = ({ slot, value }: Constant) =>
    preview.slots.find((one) => one.name === slot)?.choices.find((choice) => choice.value === value)?.label ?? value;
  const free = preview.slots.filter((slot) => slot.name !== "entered" && slot.name !== "currency" && !taken.has(slot.name));
  const choices = free.find((slot) => slot.name === added.slot)?.choices ?? [];
  const change = (changed: (constants: Constant[]) => Constant[]) =>
    send({ answers: ({ constants }) => ({ constants: changed(constants) }) });
  const add = () => {
    const one = { slot: added.slot, value: added.value.trim() };
    change((constants) => [...constants.filter(({ slot }) => slot !== one.slot), one]);
    set_added({ slot: "", value: "" });
  };
  return (
    <fieldset className="import-said">
      <legend>The same in every row</legend>
      {answers.constants.map((one) => (
        <div key={one.slot}>
          <span className="quiet">{label_of(one.slot)}</span> {said_as(one)}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Take out: ${label_of(one.slot)}`}
            onClick={() => change((constants) => constants.filter((other) => other.slot !== one.slot))}
          >
            Take out
          </Button>
        </div>
      ))}
      <div className="import-add">
        <NativeSelect
          aria-label="What is the same in every row"
          value={added.slot}
          data={[{ value: "", label: "what the file does not say" }, ...free.map((slot) => ({ value: slot.name, label: slot.label }))]}
          onChange={(event) => set_added({ slot: event.currentTarget.value, value: "" })}
        />
        {choices.length > 0 ? (
          <NativeSelect
            aria-label="Its value"
            value={added.value}
            data={[{ value: "", label: "choose one" }, ...choices]}
            onChange={(event) => set_added({ ...added, value: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            aria-label="Its value"
            placeholder="as a cell would say it"
            maxLength={300}
            value={added.value}
            onChange={(event) => set_added({ ...added, value: event.currentTarget.value })}
          />
        )}
        <Button variant="default" disabled={!added.slot || !added.value.trim()} onClick={add}>
          Add to every row
        </Button>
      </div>
    </fieldset>
  );
}

/** What was answered about names that nearly match. */
function Merges({ answers, send }: Pick<Props, "answers" | "send">) {
  if (answers.merges.length === 0) return null;
  return (
    <fieldset className="import-said">
      <legend>Names</legend>
      {answers.merges.map((merge) => (
        <div key={merge.name}>
          “{merge.name}” {merge.into ? `is “${merge.into}”` : "is new"}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Ask again: ${merge.name}`}
            onClick={() => send({ answers: ({ merges }) => ({ merges: merges.filter((other) => other.name !== merge.name) }) })}
          >
            Ask again
          </Button>
        </div>
      ))}
    </fieldset>
  );
}

const status_in_words = { booked: "is booked", cancelled: "is cancelled", not_yet: "is no order yet" } as const;

/** What was answered about statuses of orders that are not known here. */
function Statuses({ answers, send }: Pick<Props, "answers" | "send">) {
  const { statuses = [] } = answers;
  if (statuses.length === 0) return null;
  return (
    <fieldset className="import-said">
      <legend>Statuses</legend>
      {statuses.map((status) => (
        <div key={status.word}>
          “{status.word}” {status_in_words[status.means]}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Ask again: ${status.word}`}
            onClick={() => send({ answers: (before) => ({ statuses: (before.statuses ?? []).filter((other) => other.word !== status.word) }) })}
          >
            Ask again
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
