// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { format_day } from "./format";
import { useReader } from "./session";

export interface Days {
  from: string;
  until: string;
}

interface Props extends Days {
  labels?: readonly [string, string];
  /** Both where a day that was chosen before fits only now. */
  ask: (changed: Record<string, string>) => void;
}

/** A year that is still being typed: the browser tells 0002 and 0020 on the way to 2026. */
const is_whole = (day: string) => day >= "1000-01-01";

/**
 * The first and the last day that a page is told of: the one way in which pages ask for them. Days in the wrong order are
 * not asked for; the field that was changed says so and keeps what was typed, until either of them is mended.
 */
export function DaysAsked({ from, until, labels = ["From", "To"], ask }: Props) {
  const reader = useReader();
  const [chosen, choose] = useState<(Partial<Days> & { last: keyof Days; of: string }) | null>(null);
  const of = `${from} ${until}`;
  const open = chosen?.of === of ? chosen : null;
  const days = { from: open?.from ?? from, until: open?.until ?? until };
  const change = (name: keyof Days, day: string) => {
    const wanted = { ...(open?.from && { from: open.from }), ...(open?.until && { until: open.until }), [name]: day };
    const { from: first, until: last } = { from, until, ...wanted };
    if (is_whole(first) && is_whole(last) && first <= last) {
      choose(null);
      ask(wanted);
    } else if (day) {
      choose({ ...wanted, last: name, of });
    }
  };
  const problem = (name: keyof Days) => {
    if (open?.last !== name || !is_whole(days.from) || !is_whole(days.until)) return undefined;
    return name === "from"
      ? `This lies after the last day, ${format_day(days.until, reader)}.`
      : `This lies before the first day, ${format_day(days.from, reader)}.`;
  };
  return (["from", "until"] as const).map((name, at) => (
    <TextInput key={name} type="date" label={labels[at]} value={days[name]} error={problem(name)} onChange={(event) => change(name, event.currentTarget.value)} />
  ));
}
