// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { Body } from "../ui/api";
import { Form } from "../ui/form";

type Change = Body<"PUT", "/territories/{id}">;

const as_above = { value: "", label: "As above" };
const time_zones = [as_above, ...Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }))];

const two_digits = (number: number) => String(number).padStart(2, "0");
/** 540 minutes of a day are "09:00". */
export const clock_of = (minute: number) => `${two_digits(Math.floor(minute / 60))}:${two_digits(minute % 60)}`;

/** "09:00" is 540; nothing where nothing is typed. */
export function minute_of(clock: string): number | null {
  const [hours = "", minutes = ""] = clock.split(":");
  return clock === "" ? null : Number(hours) * 60 + Number(minutes);
}

interface Props<Result> {
  value?: Partial<Change>;
  button?: string;
  send: (body: Change) => Promise<Result>;
  then: (result: Result) => void;
  on_cancel: () => void;
}

/** A territory's name, place in the tree and calendar; the ends of a working day are typed as times. */
export function TerritoryForm<Result>({ value = {}, button = "Save", send, then, on_cancel }: Props<Result>) {
  const clock = (minute: number | null | undefined) => (minute == null ? "" : clock_of(minute));
  const [start, set_start] = useState(clock(value.work_start_minute));
  const [end, set_end] = useState(clock(value.work_end_minute));
  return (
    <Form
      record="territory_change"
      value={value}
      only={["name", "parent", "time_zone"]}
      sources={{ time_zone: { values: time_zones } }}
      fixed={{ work_start_minute: minute_of(start), work_end_minute: minute_of(end) }}
      button={button}
      send={send}
      then={then}
      on_cancel={on_cancel}
    >
      <TextInput
        type="time"
        className="narrow"
        label="Work begins"
        description="On the local clock; empty for as above."
        value={start}
        onChange={(event) => set_start(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        className="narrow"
        label="Work ends"
        description="On the local clock; empty for as above."
        value={end}
        onChange={(event) => set_end(event.currentTarget.value)}
      />
    </Form>
  );
}
