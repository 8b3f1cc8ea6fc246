// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { del, post } from "../ui/api";
import { format_day } from "../ui/format";
import { useSubmit } from "../ui/login";
import { ProblemNote } from "../ui/problem";
import { useMay, useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { useQueryClient } from "@tanstack/react-query";

interface Holiday {
  id: number;
  on_day: string;
  name: string;
  territory: number | null;
  from?: string;
}

interface Props {
  title: string;
  /** Where a new one is entered; null for the whole company. */
  territory: number | null;
  holidays: readonly Holiday[];
}

/** The days without work from this year on; those of a place above are named after it and changed there. */
export function Holidays({ title, territory, holidays }: Props) {
  const may = useMay();
  const { today } = useSession();
  const [is_whole, set_whole] = useState(false);
  const recent = holidays.filter((one) => one.on_day.slice(0, 4) >= today.slice(0, 4));
  const shown = is_whole ? holidays : recent;
  return (
    <section className="panel">
      <h2>{title}</h2>
      {holidays.length === 0 && <p className="quiet">None are entered, so every weekday counts as a working day.</p>}
      <ul className="holidays">
        {shown.map((one) => (
          <Line key={one.id} holiday={one} is_own={one.territory === territory} />
        ))}
      </ul>
      {recent.length < holidays.length && !is_whole && (
        <UnstyledButton className="link" onClick={() => set_whole(true)}>
          Show those of earlier years
        </UnstyledButton>
      )}
      {may("manage_territories") && <AddHoliday territory={territory} />}
    </section>
  );
}

function Line({ holiday, is_own }: { holiday: Holiday; is_own: boolean }) {
  const reader = useReader();
  const may = useMay();
  const act = useUndo();
  const { id, ...again } = { id: holiday.id, on_day: holiday.on_day, name: holiday.name, territory: holiday.territory };
  const take_back = () =>
    void act({
      say: `${holiday.name} is a working day now.`,
      run: () => del("/holidays/{id}", undefined, { params: { id } }),
      undo: () => post("/holidays", again),
    });
  return (
    <li>
      <time dateTime={holiday.on_day}>{format_day(holiday.on_day, reader)}</time>
      <span>{holiday.name}</span>
      {!is_own && <span className="quiet">from {holiday.from ?? "above"}</span>}
      {is_own && may("manage_territories") && (
        <UnstyledButton className="link" onClick={take_back} aria-label={`Remove ${holiday.name}`}>
          Remove
        </UnstyledButton>
      )}
    </li>
  );
}

function AddHoliday({ territory }: { territory: number | null }) {
  const client = useQueryClient();
  const [day, set_day] = useState("");
  const [name, set_name] = useState("");
  const { error, is_busy, submit } = useSubmit(async () => {
    await post("/holidays", { territory, on_day: day, name });
    set_day("");
    set_name("");
    await client.invalidateQueries();
  });
  return (
    <form className="holiday-form no-print" onSubmit={submit}>
      <TextInput
        type="date"
        label="Day"
        required
        value={day}
        onChange={(event) => set_day(event.currentTarget.value)}
      />
      <TextInput label="Holiday" required value={name} onChange={(event) => set_name(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={is_busy}>
        Add
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </form>
  );
}
